import { decideCloseDispute } from '@/domain/dispute'
import type { DisputeOutcome } from '@/domain/words'
import { channelOf, newKey } from '../../../repository'
import { office, word, type Deed, type Given } from './deed'

const outcomeIn = ({ outcome }: Given): DisputeOutcome => {
  if (outcome !== 'upheld' && outcome !== 'dismissed') throw new Error('--outcome is upheld, where it was not them, or dismissed.')
  return outcome
}

/** Closes a dispute as a counter does, by the same rule. */
export const closeDispute: Deed = {
  usage: 'close-dispute CARD DISPUTE --outcome upheld|dismissed',
  words: [2],
  subject: async (given) => {
    outcomeIn(given)
    return `${word(given, 0)} ${word(given, 1)}`
  },
  run: async (given, { cards }) => {
    const [cardId, disputeId, outcome] = [word(given, 0), word(given, 1), outcomeIn(given)]
    if (!(await cards.hasDispute(cardId, disputeId))) throw new Error(`Card ${cardId} never had a dispute ${disputeId}: admin card names the one that is open.`)
    const { already } = await cards.changeFor(office, {
      operation: 'closeDispute',
      by: { cardId },
      staff: { id: given.by, outlet: null },
      applicant: { role: 'bank' },
      evidence: null,
      idempotencyKey: newKey(),
      content: `${disputeId} ${outcome}`,
      decide: ({ card, by, now }) => decideCloseDispute(card, { disputeId, outcome, channel: channelOf(office), by }, now),
    })
    return already ? `${disputeId} was closed before, and stays as it was closed.` : `${disputeId} is closed: ${outcome}.`
  },
}
