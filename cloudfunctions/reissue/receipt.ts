import { receiptOf } from '../documents/receipt-of'
import { defineOperation } from '../runtime/define-operation'

/** The collection receipt, for whoever may see the card. */
export const receipt = defineOperation('reissue/receipt', async ({ cardId }, call) => {
  const view = await call.repository.cards.get(call.caller, cardId)
  return { receipt: (await receiptOf(view, call)).receipt }
})
