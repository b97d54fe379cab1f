import type { VerificationResult } from '@/contract'
import { takesCard } from '@/domain/terminal'
import type { BegunCheck } from '../platforms/platform'
import { newKey, type OpenCheck } from '../repository'
import type { Bearer } from '../runtime/caller'
import type { Call } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'

/** A check at a terminal has been done when it begins: the reader has read the ID card of whoever signed in, in this very session. */
export const beginByCard = ({ sessionId = '' }: Pick<Bearer, 'sessionId'>): BegunCheck =>
  ({ outerNumber: newKey(), ticket: sessionId, challenge: { provider: 'terminal' } })

/**
 * How it ends: passed by the ID card, and for a release or an activation by the card itself as well, which is pending until the reader has read
 * it and failed where it is another. Refuses `verificationRefused` in another session.
 */
export const askByCard = async (
  { caller, repository }: Pick<Call, 'caller' | 'repository'>, { purpose, subjectKey, ticket }: OpenCheck, readCard: string | undefined,
): Promise<VerificationResult> => {
  if (ticket !== caller.sessionId) throw new RequestError('verificationRefused')
  if (!takesCard(purpose)) return 'passed'
  if (readCard === undefined) return 'pending'
  const { number } = await repository.cards.get(caller, subjectKey)
  return number === readCard ? 'passed' : 'failed'
}
