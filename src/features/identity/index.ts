export { useIdentityCheck, type CheckStage, type IdentityCheck } from './use-identity-check'
