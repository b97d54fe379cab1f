/** What every page stands in. */
export { PlainScreen as Screen } from './plain-screen'
