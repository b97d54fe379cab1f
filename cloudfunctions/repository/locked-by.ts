import type { CheckPurpose } from '@/contract'
import type { Keys } from '../runtime/keys'
import type { Claim } from './claim'

interface Tried {
  readonly purpose: CheckPurpose
  readonly accountKey: string
  readonly actorKey: string | null
  readonly person: Claim
}

/**
 * Whose failed checks count together: the person's own; for binding the account's, and those that claim the same person. These count
 * apart from the person's own, since anybody may claim to be somebody, who is not to be locked out of their cards by it.
 */
export const lockedBy = (keys: Keys, { purpose, accountKey, actorKey, person }: Tried): readonly string[] =>
  purpose === 'bind' ? [`account.${accountKey}`, `claim.${keys.hash('tries', person.idNumber).hash}`] : [`person.${actorKey}`]
