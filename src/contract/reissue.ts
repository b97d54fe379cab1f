import * as v from 'valibot'
import { operation } from './operation'
import { outletId } from './outlet-shapes'
import { address, bankCode, order, orderId, pdf, photoId, receipt, reissueAnswer, reissueReason, reissueWay } from './reissue-shapes'
import { card, cardId, idempotencyKey, report, servicePassword, verificationId } from './shapes'

/** From lost to working again, for citizens. Only the pages of that way carry it. */
export const reissueOperations = {
  /** Which ways there are to a new card for a reason, and why there is none otherwise. */
  'reissue/options': operation('reissue', 'citizen', v.strictObject({ cardId, reason: reissueReason }), v.object({ answer: reissueAnswer })),
  /** Keeps a photo for an application: JPEG as base64, until the order is over. */
  'reissue/uploadPhoto': operation(
    'reissue',
    'citizen',
    v.strictObject({ cardId, photo: v.pipe(v.string(), v.base64(), v.minLength(4), v.maxLength(400_000)), idempotencyKey }),
    v.object({ photoId }),
  ),
  /** Applies for a new card, and reports the loss of a lost one in the same step. */
  'reissue/apply': operation(
    'reissue',
    'citizen',
    v.strictObject({
      cardId, verificationId, idempotencyKey, reason: reissueReason, way: reissueWay, bank: v.optional(bankCode), outlet: v.optional(outletId),
      address: v.optional(address), photoId: v.optional(photoId),
    }),
    v.object({ card, order, report: v.optional(report), already: v.boolean() }),
  ),
  /** The last order of a card; none where there was never one. */
  'reissue/order': operation('reissue', 'citizen', v.strictObject({ cardId }), v.object({ card, order: v.optional(order) })),
  /** Puts right what an application was rejected for. */
  'reissue/correct': operation(
    'reissue',
    'citizen',
    v.strictObject({ cardId, orderId, photoId: v.optional(photoId), address: v.optional(address), idempotencyKey }),
    v.object({ card, order, already: v.boolean() }),
  ),
  'reissue/cancel': operation('reissue', 'citizen', v.strictObject({ cardId, orderId, idempotencyKey }), v.object({ card, order, already: v.boolean() })),
  /** Until the card is in the mail, and again once it came back. */
  'reissue/changeAddress': operation('reissue', 'citizen', v.strictObject({ cardId, orderId, address, idempotencyKey }), v.object({ card, order, already: v.boolean() })),
  /** The collection receipt of an order that was accepted. */
  'reissue/receipt': operation('reissue', 'citizen', v.strictObject({ cardId }), v.object({ receipt })),
  /** The application form, filled in, with the papers to bring. */
  'reissue/applicationForm': operation('reissue', 'citizen', v.strictObject({ cardId, reason: reissueReason, way: reissueWay }), pdf),
  /** Activates the social security function of a new card, and sets the service password. */
  'reissue/activate': operation('reissue', 'citizen', v.strictObject({ cardId, verificationId, idempotencyKey, password: servicePassword }), v.object({ card, already: v.boolean() })),
} as const
export type ReissueOperationName = keyof typeof reissueOperations
