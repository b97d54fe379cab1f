import { isCardRefusal } from '@/domain/decision'
import { toIso } from '@/domain/time'
import type { ChangeOutcome, ProvenCard } from '@/domain/voice'
import type { PartnerRequest } from '../../repository'
import { failureOf } from '../../runtime/errors'
import type { Line } from './line'
import { standsAt } from './stands'

/** The end of a receipt, as it is read out. */
const tailLength = 4

/** What the rules refuse is said; a password that was heard too long ago is asked for again; anything else is no answer. */
const refusedAs = (thrown: unknown): ChangeOutcome => {
  const { code, details } = failureOf(thrown, '')
  if (code === 'verificationRefused') return { kind: 'proofOld' }
  if (!isCardRefusal(code)) throw thrown
  return { kind: 'refused', code, where: details?.where ?? [] }
}

/** Changes the card of a caller whose password was right, by the rule given. */
export const changeByPhone = async (
  { repository, partner, callId, idempotencyKey }: Line, { cardKey, at }: ProvenCard, { operation, decide }: Pick<PartnerRequest, 'operation' | 'decide'>,
): Promise<ChangeOutcome> => {
  try {
    const { already, view, report } = await repository.cards.changeFor(partner, {
      by: { cardId: cardKey },
      operation,
      idempotencyKey,
      content: cardKey,
      applicant: { role: 'cardholder' },
      evidence: { kind: 'onlineCheck', method: 'password', reference: callId, at: toIso(at) },
      staff: { id: 'voice', outlet: null },
      decide,
    })
    return { kind: already ? 'already' : 'done', standing: standsAt(view), tail: report?.report.id.slice(-tailLength) ?? '' }
  } catch (thrown) {
    return refusedAs(thrown)
  }
}
