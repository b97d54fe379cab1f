import { hashKey, keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
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
const keyOfGroup = ({ step }: Group): string => step ?? ''

const usePages = (question: Question, of: string) => {
  const { shown, latest, set } = useLatest<Pages>({ of, by: {} })
  const by = shown.of === of ? shown.by : {}
  const put = useCallback((key: string, next: Further) => {
    const { current } = latest
    set({ of, by: { ...(current.of === of && current.by), [key]: next } })
  }, [latest, set, of])
  const load = useCallback(async (group: Group) => {
    const key = keyOfGroup(group)
    const before = latest.current.of === of ? latest.current.by[key] : undefined
    if (before?.busy) return
    const kept = before?.more ? { more: before.more } : {}
    put(key, { ...kept, busy: true })
    try {
      const [page] = (await ask(further(question, group))).groups
      if (latest.current.of !== of) return
      put(key, { more: page ? (before?.more ? joined(before.more, page) : page) : { ...group, outlets: [], cursor: undefined } })
    } catch {
      if (latest.current.of === of) put(key, { ...kept, failed: true })
    }
  }, [question, of, latest, put])
  return { by, load }
}

/** Asks for outlets; what was found before stays in view until the new answer is there, and further pages join their group. */
export const useFound = (question: Question): FoundPages => {
  const queryKey = keyOf(question.name, question.request)
  const query = useQuery({ queryKey, queryFn: () => ask(question), placeholderData: keepPreviousData })
  const { by, load } = usePages(question, hashKey(queryKey))
  const { data } = query
  const all = useMemo(() => data && { ...data, groups: data.groups.map((group) => {
    const more = by[keyOfGroup(group)]?.more
    return more ? joined(group, more) : group
  }) }, [data, by])
  const stateOf = useCallback((group: Group) => by[keyOfGroup(group)] ?? nothing, [by])
  const loadMore = useCallback((group: Group) => void load(group), [load])
  return { query: shownAs({ ...query, data: all }, useRetry(query.refetch)), updating: query.isPlaceholderData, stateOf, loadMore }
}
