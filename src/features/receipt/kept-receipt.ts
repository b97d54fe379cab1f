import * as v from 'valibot'
import { reissueOperations } from '@/contract/reissue'
import type { ReceiptOnWire } from '@/contract'
import { read, remove, write } from '@/platform/storage'
import { ownerOf, session } from '../session/store'

const { receipt } = reissueOperations['reissue/receipt'].data.entries
const kept = v.object({ owner: v.string(), at: v.number(), receipt })
const keyOf = (cardId: string): string => `receipt:${cardId}`

/** A receipt as it was answered last, and when (ms). */
export interface KeptReceipt {
  readonly at: number
  readonly receipt: ReceiptOnWire
}

/** Keeps it for a counter where there is no network: it names its holder masked only, and goes when they sign out. */
export const keepReceipt = (cardId: string, { at, receipt: shown }: KeptReceipt): void => write(keyOf(cardId), { owner: ownerOf(session.get()), at, receipt: shown })

/** Kept for whoever is signed in; nobody else is shown it. */
export const keptReceipt = (cardId: string): KeptReceipt | undefined => {
  const found = v.safeParse(kept, read(keyOf(cardId)))
  return found.success && found.output.owner === ownerOf(session.get()) ? found.output : undefined
}

export const forgetReceipt = (cardId: string): void => remove(keyOf(cardId))
