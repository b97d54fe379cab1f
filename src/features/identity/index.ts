export { useIdentityCheck, type IdentityCheck } from './use-identity-check'
