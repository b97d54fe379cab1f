import type { DataOf, HistoryEventOnWire } from '@/contract'
import { send } from '../client'
import { usePaged, type Paged } from '../paged'

/** What happened to a card, newest first, page by page. */
export type History = Paged<readonly HistoryEventOnWire[]>

const eventsOf = (pages: readonly DataOf<'card/history'>[]): readonly HistoryEventOnWire[] => pages.flatMap(({ events }) => events)

export const useHistory = (cardId: string): History =>
  usePaged({ name: 'card/history', request: { cardId }, ask: (from) => send('card/history', { cardId, ...from }), shown: eventsOf })
