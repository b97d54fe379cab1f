import { day } from '@/domain/time'
import type { Caller } from '../../runtime/caller'
import { RequestError } from '../../runtime/errors'
import type { Keys } from '../../runtime/keys'
import { clock, type Database, type Run } from '../database'
import { Draft } from '../draft'
import { newKey } from '../random'
import { readForChange } from '../read'
import type { PhotoTable } from '../schema'
import { viewFor } from '../views'
import { keep, tryRun, type KeptAnswer } from '../write'

/** How long (ms) a photo waits for an application, and how many of one card do at once. */
const waitsFor = day
const waitingAtMost = 10

/** A failed try means that the same request went through meanwhile, and is answered as that one was. */
const tries = 3

const operation = 'uploadPhoto'

/** A photo (JPEG as base64) of whoever the card is of. */
export interface NewPhoto {
  readonly cardKey: string
  readonly idempotencyKey: string
  readonly photo: string
}

interface Answer {
  readonly photoId: string
}

/** What a photo is sealed for: itself, of its card. */
const place = (cardKey: string, photoId: string) => `${cardKey}.${photoId}`

const waiting = `select count(*)::integer as count from photo where card_key = $1 and until_at > ${clock}`

const refuseTooMany = async (run: Run, cardKey: string): Promise<void> => {
  const [row] = await run<{ count: number }>({ name: 'photos-waiting', text: waiting, values: [cardKey] })
  if ((row?.count ?? 0) >= waitingAtMost) throw new RequestError('tooManyRequests')
}

const write = (database: Database, { cardKey }: NewPhoto, photoId: string, sealed: string, answer: KeptAnswer): Promise<boolean> => {
  const draft = new Draft(cardKey)
  draft.part('pictured', `insert into photo (card_key, photo_id, sealed_photo, at, until_at) values (${draft.card},
    ${draft.value(photoId, 'text')}, ${draft.value(sealed, 'text')}, ${draft.value(answer.at, 'bigint')}, ${draft.value(answer.at + waitsFor, 'bigint')})
    returning card_key`, 'z')
  keep(draft, answer, 'pictured')
  return tryRun(database, draft.statement('kept'))
}

/** The id of the photo that was kept first under the same key. */
const answered = (hash: string | null, answer: Answer | null, hashes: readonly string[]): string | null => {
  if (hash === null || answer === null) return null
  if (!hashes.includes(hash)) throw new RequestError('idempotencyKeyReused')
  return answer.photoId
}

/**
 * Keeps a photo for an application, sealed, for a day unless it is used. Resolves to its id. Refuses `notFound`, `idempotencyKeyReused`, whoever
 * may not apply for a new card, `tooManyRequests` while too many of the card's wait.
 */
export const keepPhoto = async (database: Database, keys: Keys, caller: Caller, request: NewPhoto): Promise<string> => {
  const { cardKey, idempotencyKey: key, photo } = request
  const hashes = keys.hashes('request', photo).map(({ hash }) => hash)
  for (let trial = 0; trial < tries; trial += 1) {
    const row = await readForChange<Answer>(database, caller, { cardKey, operation, idempotencyKey: key, verificationId: null })
    const first = answered(row.request_hash, row.answer, hashes)
    if (first !== null) return first
    viewFor('reissue', row, keys, caller)
    await refuseTooMany(database.run, cardKey)
    const photoId = newKey()
    const answer = { actor: caller.accountKey, operation, key, verificationId: null, requestHash: hashes[0] ?? '', answer: JSON.stringify({ photoId }), at: row.now }
    if (await write(database, request, photoId, keys.seal(photo, place(cardKey, photoId)), answer)) return photoId
  }
  throw new RequestError('busy')
}

const read = 'select sealed_photo from photo where card_key = $1 and photo_id = $2'

/** The photo (JPEG as base64) that goes with an order; null where it is not there any more. */
export const photoOf = async (run: Run, keys: Keys, cardKey: string, photoId: string): Promise<string | null> => {
  const [row] = await run<Pick<PhotoTable, 'sealed_photo'>>({ name: 'photo', text: read, values: [cardKey, photoId] })
  return row ? keys.open(row.sealed_photo, place(cardKey, photoId)) : null
}
