import { photoBytes, photoFault } from '@/domain/reissue/photo'
import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import { jpegSize } from './jpeg'

const refuse = (what: string): never => { throw new RequestError('invalidRequest', { field: `photo.${what}` }) }

/** Refuses `invalidRequest` with what is wrong: `photo.bytes`, `photo.format`, `photo.size`, `photo.proportions`. */
const refuseUnfit = (photo: Buffer): void => {
  if (photo.length > photoBytes) refuse('bytes')
  const size = jpegSize(photo) ?? refuse('format')
  const fault = photoFault(size)
  if (fault) refuse(fault)
}

/** Keeps a photo for an application: for a day, unless it is used by then. */
export const uploadPhoto = defineOperation('reissue/uploadPhoto', async ({ cardId, photo, idempotencyKey }, { caller, repository }) => {
  refuseUnfit(Buffer.from(photo, 'base64'))
  return { photoId: await repository.orders.keepPhoto(caller, { cardKey: cardId, idempotencyKey, photo }) }
})
