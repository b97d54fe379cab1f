import * as v from 'valibot'
import type { DataOf, RequestOf } from '@/contract'
import { read, remove, write } from '@/platform/storage'
import { ownerOf, session } from '../session/store'

/** The operations that change a card. */
export type Write = 'card/reportLoss' | 'card/releaseLoss' | 'card/bankTold'

/** What a person means to do, once: kept on the phone until answered, so that an app killed in between cannot do it twice. */
export interface Intent<Name extends Write> {
  readonly name: Name
  readonly request: RequestOf<Name>
}
export type Answer<Name extends Write> = DataOf<Name>

/**
 * Milliseconds for which an unanswered intent is followed up. A verification lasts ten minutes: after that the change can no
 * longer be made by this intent, and the card's own state is the truth.
 */
const followedUpFor = 10 * 60_000

const kept = v.object({ owner: v.string(), at: v.number(), request: v.looseObject({ idempotencyKey: v.string() }) })

const keyOf = (name: Write, cardId: string): string => `intent:${name}:${cardId}`

/** Unique to one intent: time, and 104 bits of chance. */
export const newKey = (): string => [Date.now(), Math.random() * 2 ** 52, Math.random() * 2 ** 52].map((n) => Math.floor(n).toString(36)).join('-')

export const keepIntent = <Name extends Write>({ name, request }: Intent<Name>): void =>
  write(keyOf(name, request.cardId), { owner: ownerOf(session.get()), at: Date.now(), request })

export const forgetIntent = ({ name, request }: Intent<Write>): void => remove(keyOf(name, request.cardId))

/** The intent of this person for this card that was sent and never answered, if there is one worth following up. */
export const unansweredIntent = <Name extends Write>(name: Name, cardId: string): Intent<Name> | undefined => {
  const key = keyOf(name, cardId)
  const found = v.safeParse(kept, read(key))
  if (!found.success) return undefined
  const { owner, at, request } = found.output
  if (owner !== ownerOf(session.get())) return undefined
  if (Date.now() - at < followedUpFor) return { name, request: request as unknown as RequestOf<Name> }
  remove(key)
  return undefined
}
