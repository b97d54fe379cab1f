import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { CitizenOperationName } from '@/contract'
import { failedAs, keyOf, knownFailure, shownAs, useRetry, type QueryLike } from './query'
import { session } from './session/store'
import { useStore } from './store'

interface Page {
  readonly cursor?: string | undefined
}

/** What comes newest first, page by page. */
export type Paged<Shown> = QueryLike<Shown> & {
  readonly hasMore: boolean
  readonly loadingMore: boolean
  readonly loadMore: () => void
}

interface Pages<Answer extends Page, Shown> {
  readonly name: CitizenOperationName
  readonly request: object
  /** Asks for the page that begins where the one before it ended; for the first, from nowhere. */
  readonly ask: (from: Page) => Promise<Answer>
  readonly shown: (pages: readonly Answer[]) => Shown
}

/** Asks for the first page, and for each further one when it is wanted; only while someone is signed in whose account is known. */
export const usePaged = <Answer extends Page, Shown>({ name, request, ask, shown }: Pages<Answer, Shown>): Paged<Shown> => {
  const who = useStore(session)
  const failure = knownFailure(name, who)
  const query = useInfiniteQuery({
    enabled: who !== undefined && !failure,
    queryKey: keyOf(name, request),
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: {} as Page,
    getNextPageParam: ({ cursor }): Page | undefined => (cursor === undefined ? undefined : { cursor }),
    select: ({ pages }) => shown(pages),
  })
  const { fetchNextPage, hasNextPage: hasMore, isFetchingNextPage: loadingMore } = query
  const retry = useRetry(query.refetch)
  const loadMore = useCallback(() => {
    if (hasMore) void fetchNextPage({ cancelRefetch: false })
  }, [fetchNextPage, hasMore])
  return { ...(failure ? failedAs(failure, retry) : shownAs<Shown>(query, retry)), hasMore, loadingMore, loadMore }
}
