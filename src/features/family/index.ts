import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { DataOf, RequestOf } from '@/contract'
import { useChange } from '../change'
import { keyOf, useQuestion, type QueryLike } from '../query'
import { familyAsks } from './operations'

export type Family = DataOf<'person/family'>

/** The children in one's care, those one acts for, and those who act for oneself. */
export const useFamily = (): QueryLike<Family> => useQuestion(familyAsks.family, {})

const put = (answers: QueryClient, change: (family: Family) => Family): void => {
  answers.setQueryData<Family>(keyOf(familyAsks.family, {}), (family) => family && change(family))
}

/** What can be done with a card depends on who may act: it is asked again. */
const askCardsAgain = (answers: QueryClient): void => {
  for (const name of ['card/list', 'card/get'] as const) void answers.invalidateQueries({ queryKey: [name] })
}

/** A guardian agrees to what is kept of a child, or takes that back; `onSaid` is told once it is noted down. */
export const useConsent = (onSaid: () => void) => {
  const answers = useQueryClient()
  const onDone = useCallback(({ child }: DataOf<'person/consent'>) => {
    put(answers, (family) => ({ ...family, children: family.children.map((known) => (known.childId === child.childId ? child : known)) }))
    askCardsAgain(answers)
    onSaid()
  }, [answers, onSaid])
  return useChange(familyAsks.consent, onDone)
}
export type Consent = ReturnType<typeof useConsent>

/** A cardholder stops a proxy, or a proxy acts no longer. */
export const useRevoke = () => {
  const answers = useQueryClient()
  const onDone = useCallback((_: DataOf<'person/revokeProxy'>, { grantId }: RequestOf<'person/revokeProxy'>) => {
    const others = (grants: Family['proxies']) => grants.filter((known) => known.grantId !== grantId)
    put(answers, (family) => ({ ...family, actingFor: others(family.actingFor), proxies: others(family.proxies) }))
    askCardsAgain(answers)
  }, [answers])
  return useChange(familyAsks.revokeProxy, onDone)
}
