import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { DataOf, HistoryEventOnWire } from '@/contract'
import { send } from '../client'
import { keyOf, shownAs, useRetry, type QueryLike } from '../query'
import { session } from '../session/store'
import { useStore } from '../store'

/** What happened to a card, newest first, page by page. */
export type History = QueryLike<readonly HistoryEventOnWire[]> & {
  readonly hasMore: boolean
  readonly loadingMore: boolean
  readonly loadMore: () => void
}

const pageOf = (cardId: string, cursor: string | undefined): Promise<DataOf<'card/history'>> =>
  send('card/history', { cardId, ...(cursor !== undefined && { cursor }) })

export const useHistory = (cardId: string): History => {
  const enabled = useStore(session) !== undefined
  const query = useInfiniteQuery({
    enabled,
    queryKey: keyOf('card/history', { cardId }),
    queryFn: ({ pageParam }) => pageOf(cardId, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor,
    select: ({ pages }) => pages.flatMap(({ events }) => events),
  })
  const { fetchNextPage, hasNextPage: hasMore, isFetchingNextPage: loadingMore } = query
  const loadMore = useCallback(() => {
    if (hasMore) void fetchNextPage({ cancelRefetch: false })
  }, [fetchNextPage, hasMore])
  return { ...shownAs(query, useRetry(query.refetch)), hasMore, loadingMore, loadMore }
}
