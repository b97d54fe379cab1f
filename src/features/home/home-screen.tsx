/** The first page of all. */
export { PlainHome as HomeScreen } from './plain-home'
