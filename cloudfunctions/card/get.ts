import { settled } from '@/domain/lapse'
import type { CardView } from '../repository'
import { defineOperation } from '../runtime/define-operation'
import { bankOnWire, cardOnWire, reportOnWire } from './wire'

const openReport = (view: CardView) => {
  const { report } = settled(view.card, view.now).functions.socialSecurity
  return report && reportOnWire(view, { function: 'socialSecurity', report, ended: null })
}

/** One card with the report that is open on it, and its bank. */
export const get = defineOperation('card/get', async ({ cardId }, { caller, repository }) => {
  const view = await repository.cards.get(caller, cardId)
  const card = cardOnWire(view, caller.channel)
  const report = openReport(view)
  return { card, ...(report && { report }), bank: { ...bankOnWire(view.issuingBank), told: card.bankTold } }
})
