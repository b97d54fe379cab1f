import { refuse } from '@/domain/decision'
import { decideCorrect } from '@/domain/reissue/correct'
import { defineOperation } from '../runtime/define-operation'
import { changedOrder } from './changed-order'
import { refuseUnknownDivision } from './refuse-unknown'

/** Puts right what an application was rejected for, and asks again. */
export const correct = defineOperation('reissue/correct', async ({ cardId, orderId, photoId, address, idempotencyKey }, call) => {
  const { caller, repository } = call
  refuseUnknownDivision(address)
  return changedOrder(await repository.cards.change(caller, {
    cardKey: cardId,
    operation: 'correctOrder',
    idempotencyKey,
    verificationId: null,
    content: JSON.stringify([orderId, photoId, address]),
    order: { parts: { photoId, address } },
    decide: ({ card, by, now, parts, hasPhoto }) => {
      if (photoId !== undefined && !hasPhoto(photoId)) return refuse('photoNeeded')
      // the photo that was rejected is none
      const came = { hasPhoto: photoId !== undefined && photoId !== parts().photoId, hasAddress: address !== undefined }
      return decideCorrect(card, { orderId, channel: caller.channel, by, ...came }, now)
    },
  }), call)
})
