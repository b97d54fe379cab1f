/** Six digits, twice. */
export { TypedDigits as Digits } from './typed-digits'
