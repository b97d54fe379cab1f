import type { CheckPurpose } from '@/contract'
import type { Keys } from '../runtime/keys'
import type { Claim } from './claim'
import type { Counted } from './tries'

interface Tried {
  readonly purpose: CheckPurpose
  readonly accountKey: string
  readonly actorKey: string | null
  readonly person: Claim
}

/**
 * Whose failed checks count together: the person's own; for binding the account's, and those that claim the same person. These count
 * apart from the person's own, since anybody may claim to be somebody, who is locked out by it neither of their cards nor of binding:
 * many accounts have one try each, and the person's own account has its first.
 */
export const lockedBy = (keys: Keys, { purpose, accountKey, actorKey, person }: Tried): Counted =>
  purpose === 'bind' ? [`account.${accountKey}`, `claim.${keys.hash('tries', person.idNumber).hash}`] : [`person.${actorKey}`]
