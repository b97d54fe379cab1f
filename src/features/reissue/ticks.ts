import * as v from 'valibot'
import type { ReissueReason, ReissueWay } from '@/domain/reissue/words'
import type { Paper, Role } from '@/domain/words'
import { read, remove, write } from '@/platform/storage'
import { ownerOf, session } from '../session/store'

/** What a list of papers is for. */
export interface ListOf {
  readonly cardId: string
  readonly reason: ReissueReason
  readonly way: ReissueWay
}

const kept = v.object({ owner: v.string(), role: v.string(), ticked: v.array(v.string()) })

const keyOf = ({ cardId, reason, way }: ListOf): string => `papers:${cardId}:${reason}:${way}`

export interface Ticks {
  readonly role: Role
  readonly ticked: readonly Paper[]
}

/** What was ticked on this phone by whoever is signed in, and who goes. */
export const keptTicks = (list: ListOf): { readonly role: string; readonly ticked: readonly string[] } | undefined => {
  const found = v.safeParse(kept, read(keyOf(list)))
  return found.success && found.output.owner === ownerOf(session.get()) ? found.output : undefined
}

/** Keeps them until they are cleared. */
export const keepTicks = (list: ListOf, { role, ticked }: Ticks): void => write(keyOf(list), { owner: ownerOf(session.get()), role, ticked: [...ticked] })

export const clearTicks = (list: ListOf): void => remove(keyOf(list))
