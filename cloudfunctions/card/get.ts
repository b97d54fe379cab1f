import { settled } from '@/domain/lapse'
import type { CardView } from '../repository'
import { defineOperation, type Call } from '../runtime/define-operation'
import { madeReport } from './made-report'
import { bankOnWire, cardOnWire, disputeOnWire } from './wire'

const openReport = (view: CardView, call: Call) => {
  const { report } = settled(view.card, view.now).functions.socialSecurity
  return report && madeReport(view, { function: 'socialSecurity', report, ended: null }, call)
}

/** One card with the report that is open on it, its bank, and its last dispute. */
export const get = defineOperation('card/get', async ({ cardId }, call) => {
  const { caller, repository } = call
  const view = await repository.cards.get(caller, cardId)
  const card = cardOnWire(view, caller.channel)
  const report = await openReport(view, call)
  const { lastDispute } = view
  return {
    card,
    ...(report && { report }),
    bank: { ...bankOnWire(view.issuingBank), told: card.bankTold },
    ...(lastDispute && { dispute: disputeOnWire(lastDispute) }),
  }
})
