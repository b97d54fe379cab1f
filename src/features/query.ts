import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { needsSignIn, type DataOf, type RequestOf } from '@/contract'
import { named, type Asked, type AskedName } from './asked'
import { send } from './client'
import { failureFrom, failureOf, type Failure } from './failure'
import { lookForNetwork } from './query-client'
import { ownerOf, session, type Kept } from './session/store'
import { useStore } from './store'

interface Standing {
  /** When `data` was last confirmed by the server (ms since 1970). */
  readonly checkedAt: number | undefined
  /** Asks again; at once, and only once however often it is tapped. */
  readonly retry: () => void
}

/** Something asked for. `failed` and `offline` keep what was known before, if anything was. */
export type QueryLike<Data> = Standing & (
  | { readonly status: 'loading'; readonly data: undefined; readonly failure: undefined }
  | { readonly status: 'ready'; readonly data: Data; readonly failure: undefined }
  | { readonly status: 'failed' | 'offline'; readonly data: Data | undefined; readonly failure: Failure }
)

/** What the query library says of a question, as far as a screen shows it. */
interface Result<Data> {
  readonly data: Data | undefined
  readonly error: Error | null
  readonly isPaused: boolean
  readonly dataUpdatedAt: number
}

export const shownAs = <Data>({ data, error, isPaused, dataUpdatedAt }: Result<Data>, retry: () => void): QueryLike<Data> => {
  const asked = { checkedAt: dataUpdatedAt || undefined, retry }
  if (isPaused) return { ...asked, status: 'offline', data, failure: failureOf('offline') }
  if (error) return { ...asked, status: 'failed', data, failure: failureFrom(error) }
  if (data === undefined) return { ...asked, status: 'loading', data: undefined, failure: undefined }
  return { ...asked, status: 'ready', data, failure: undefined }
}

/** One retry for a screen: looks for the network first, since a phone may have missed its coming back. */
export const useRetry = (refetch: (options: { cancelRefetch: boolean }) => Promise<unknown>): (() => void) =>
  useCallback(() => {
    void lookForNetwork().then(() => refetch({ cancelRefetch: false }))
  }, [refetch])

/** The key an operation's answer is kept under: an account's own answers under the account. */
export const keyOf = <Name extends AskedName>(asked: Asked<Name>, request: object) => {
  const { name, access } = named(asked)
  return [name, needsSignIn(access) ? ownerOf(session.get()) : '', request] as const
}

interface QuestionSettings<Data, Shown> {
  readonly staleTime?: number
  /** The part of the answer that a screen shows. */
  readonly select?: (data: Data) => Shown
}

/** Why an operation need not be asked at all: the server would say that it does not know whose account this is. */
export const knownFailure = <Name extends AskedName>(asked: Asked<Name>, who: Kept | undefined): Failure | undefined =>
  (who && !who.bound && named(asked).access === 'citizen' ? failureOf('notBound') : undefined)

/** What need not be asked, because it is known what would be said. */
export const failedAs = (failure: Failure, retry: () => void): QueryLike<never> => ({ status: 'failed', data: undefined, failure, checkedAt: undefined, retry })

/** Asks an operation that changes nothing. An account's own is asked only once someone is signed in, a citizen's once they are known. */
export const useQuestion = <Name extends AskedName, Shown = DataOf<Name>>(
  asked: Asked<Name>, request: RequestOf<Name>, settings: QuestionSettings<DataOf<Name>, Shown> = {},
): QueryLike<Shown> => {
  const who = useStore(session)
  const failure = knownFailure(asked, who)
  const enabled = !failure && (!needsSignIn(named(asked).access) || who !== undefined)
  const query = useQuery({ queryKey: keyOf(asked, request), queryFn: () => send(asked, request), enabled, ...settings })
  const retry = useRetry(query.refetch)
  return failure ? failedAs(failure, retry) : shownAs<Shown>(query, retry)
}
