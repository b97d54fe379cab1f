import { papersToCollect } from '@/domain/reissue'
import type { Role } from '@/domain/words'
import { receiptPdf } from '../documents/pdf/receipt'
import { receiptOf } from '../documents/receipt-of'
import { policyFor, type CardView } from '../repository'
import { defineOperation } from '../runtime/define-operation'
import { refuseBureau, staffIn } from './acting'

/** Who comes to collect it, as far as is known. */
const collector = (view: CardView): Role => (view.holder.age < policyFor(view).minors.handlingAge.value ? 'guardian' : 'cardholder')

/** The collection receipt and the page to print, for a card of the partner's cities; who looked is kept. */
export const receipt = defineOperation('channel/receipt', async ({ card, staff }, { caller, ...services }) => {
  refuseBureau(caller)
  const view = await services.repository.cards.getFor(caller, card)
  const made = await receiptOf(view, services)
  const pdf = await receiptPdf({ ...made, city: policyFor(view).name, papers: papersToCollect(collector(view), made.receipt.kind) })
  await services.repository.cards.recordLookUp(caller, staffIn({ staff }), 'receipt', [view.cardKey])
  return { receipt: made.receipt, pdf: pdf.toString('base64') }
})
