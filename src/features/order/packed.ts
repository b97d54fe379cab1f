import * as v from 'valibot'
import { papers, type Paper } from '@/domain/words'
import { read, write } from '@/platform/storage'
import { ownerOf, session } from '../session/store'

const kept = v.object({ owner: v.string(), packed: v.array(v.picklist(papers)) })
const keyOf = (orderId: string): string => `collect:${orderId}`

/** What was ticked on this phone for collecting an order's card, by whoever is signed in. */
export const keptPacked = (orderId: string): readonly Paper[] => {
  const found = v.safeParse(kept, read(keyOf(orderId)))
  return found.success && found.output.owner === ownerOf(session.get()) ? found.output.packed : []
}

export const keepPacked = (orderId: string, packed: readonly Paper[]): void => write(keyOf(orderId), { owner: ownerOf(session.get()), packed: [...packed] })
