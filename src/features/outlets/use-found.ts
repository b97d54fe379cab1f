import { hashKey, keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import { keyOf, shownAs, useRetry, type QueryLike } from '../query'
import { useLatest } from '../use-latest'
import { ask, further, joined, type Found, type Group, type Question } from './found'

interface Further {
  readonly more?: Group
  readonly busy?: boolean
  readonly failed?: boolean
}

/** Further pages, by their step; they belong to one question only. */
interface Pages {
  readonly of: string
  readonly by: Readonly<Record<string, Further>>
}

export interface FoundPages {
  readonly query: QueryLike<Found>
  /** What is shown was the answer to an earlier question; the new one is on its way. */
  readonly updating: boolean
  readonly stateOf: (group: Group) => Further
  readonly loadMore: (group: Group) => void
}

const nothing: Further = {}
const noPages: Pages['by'] = {}
const keyOfGroup = ({ step }: Group): string => step ?? ''

/** The further pages of the question whose answer is shown; another answer begins without any. */
const usePages = (question: Question, of: string) => {
  const { shown, latest, set } = useLatest<Pages>({ of, by: {} })
  useEffect(() => {
    if (latest.current.of !== of) set({ of, by: {} })
  }, [of, latest, set])
  const put = useCallback((key: string, next: Further) => {
    const { current } = latest
    if (current.of === of) set({ of, by: { ...current.by, [key]: next } })
  }, [latest, set, of])
  const load = useCallback(async (group: Group) => {
    const key = keyOfGroup(group)
    const before = latest.current.by[key]
    if (latest.current.of !== of || before?.busy) return
    const kept = before?.more ? { more: before.more } : {}
    put(key, { ...kept, busy: true })
    try {
      const [page = { ...group, outlets: [], cursor: undefined }] = (await ask(further(question, group))).groups
      put(key, { more: before?.more ? joined(before.more, page) : page })
    } catch {
      put(key, { ...kept, failed: true })
    }
  }, [question, of, latest, put])
  return { by: shown.of === of ? shown.by : noPages, load }
}

/** An answer with the question it is to: the one before stays in view while the next is on its way. */
interface Answered {
  readonly of: string
  readonly question: Question
  readonly found: Found
}

const withPages = ({ found }: Answered, by: Pages['by']): Found => ({
  ...found,
  groups: found.groups.map((group) => {
    const more = by[keyOfGroup(group)]?.more
    return more ? joined(group, more) : group
  }),
})

/** Asks for outlets; what was found before stays in view until the new answer is there, and further pages join their group. */
export const useFound = (question: Question): FoundPages => {
  const queryKey = keyOf(question.name, question.request)
  const of = hashKey(queryKey)
  const queryFn = async (): Promise<Answered> => ({ of, question, found: await ask(question) })
  const query = useQuery({ queryKey, queryFn, placeholderData: keepPreviousData })
  const { data } = query
  const { by, load } = usePages(data?.question ?? question, data?.of ?? of)
  const found = useMemo(() => data && withPages(data, by), [data, by])
  const stateOf = useCallback((group: Group) => by[keyOfGroup(group)] ?? nothing, [by])
  const loadMore = useCallback((group: Group) => void load(group), [load])
  return { query: shownAs({ ...query, data: found }, useRetry(query.refetch)), updating: query.isPlaceholderData, stateOf, loadMore }
}
