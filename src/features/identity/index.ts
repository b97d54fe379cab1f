export { useIdentityCheck, type IdentityCheck } from './use-identity-check'
export { CheckScreen } from './check-screen'
export type { CheckWords } from './screen-props'
