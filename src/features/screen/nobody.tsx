/** What stands where a citizen's own would, while nobody is signed in. */
export { SignInFirst as Nobody } from './first'
