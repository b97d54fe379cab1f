import * as v from 'valibot'
import { citizenChannels, type Door } from '@/contract'
import { createStore } from '../store'
import { privacyNotice } from '../privacy/notice'
import { buildDoors } from '@/platform/door'
import { read, remove, write } from '@/platform/storage'

const kept = v.object({
  citizen: v.optional(v.string()),
  visit: v.optional(v.string()),
  door: v.picklist(citizenChannels),
  token: v.optional(v.string()),
  refreshToken: v.optional(v.string()),
  bound: v.boolean(),
  notice: v.literal(privacyNotice),
})
/**
 * Who is signed in, by which door, and the notice they agreed to first: what was kept under another notice counts no longer.
 * Inside WeChat's cloud the platform itself says who, so there citizen and tokens are missing. At a terminal one `visit` follows the other.
 */
export type Kept = v.InferOutput<typeof kept>

const key = 'session'

const readKept = (): Kept | undefined => {
  const found = v.safeParse(kept, read(key))
  return found.success && buildDoors.some((door) => door === found.output.door) ? found.output : undefined
}

export const session = createStore<Kept | undefined>(readKept())

/** Remembers who is signed in, on the phone too; undefined forgets. */
export const keepSession = (next: Kept | undefined): void => {
  if (next) write(key, next)
  else remove(key)
  session.set(next)
}

/** A word for whose data it is, so that one citizen's answers are never shown to another, nor to an account that is nobody's any more. */
export const ownerOf = (who: Kept | undefined): string => (who ? `${who.door}:${who.citizen ?? who.visit ?? ''}${who.bound ? '' : '?'}` : '')
/** The platform that someone is signed in by, or would be. */
export const doorOf = (who: Kept | undefined): Door => buildDoors.find((door) => door === who?.door) ?? buildDoors[0]
/** It is known now whose account is signed in, or that it is nobody's. */
export const keepBound = (bound: boolean): void => {
  const who = session.get()
  if (who && who.bound !== bound) keepSession({ ...who, bound })
}

/** Whether it is known whose account is signed in. */
export const isBound = (): boolean => session.get()?.bound ?? false
