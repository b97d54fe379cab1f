import { useCallback, useRef, useState } from 'react'
import type { DataOf, MessageTemplate } from '@/contract'
import { askLeave } from '@/platform/subscribe'
import { failureIn, useChange } from '../change'
import type { Failure } from '../failure'
import { useQuestion } from '../query'

type Templates = DataOf<'person/messageTemplates'>['templates']
const templatesOf = ({ templates }: DataOf<'person/messageTemplates'>): Templates => templates

/** Which template has which id changes only with the server's settings. */
const fresh = 60 * 60_000

export interface Subscribing {
  /** Nothing can be sent to this account: there is nothing to ask. */
  readonly offered: boolean
  readonly stage: 'idle' | 'asking' | 'saving' | 'done' | 'refused' | 'failed'
  readonly failure: Failure | undefined
  /** From the tap itself: the platform asks, and what is allowed is told to the server. */
  readonly ask: () => void
  readonly retry: () => void
}

const stages = { idle: undefined, sending: 'saving', unsure: 'saving', done: 'done', failed: 'failed' } as const

/** Leave to send messages, asked for by one tap. The ids are there before it: WeChat asks only within the tap. */
export const useSubscribing = (): Subscribing => {
  const templates = useQuestion('person/messageTemplates', {}, { staleTime: fresh, select: templatesOf }).data ?? []
  const { change, start, retry } = useChange('person/subscribe')
  const [answered, setAnswered] = useState<'idle' | 'asking' | 'refused'>('idle')
  const asking = useRef(false)
  const offered = templates.length > 0

  const took = useCallback((allowed: readonly MessageTemplate[]) => {
    asking.current = false
    setAnswered(allowed.length > 0 ? 'idle' : 'refused')
    if (allowed.length > 0) start({ templates: [...allowed] })
  }, [start])
  const ask = () => {
    if (asking.current || !askLeave) return
    asking.current = true
    setAnswered('asking')
    const namesOf = (ids: readonly string[]) => templates.filter(({ id }) => ids.includes(id)).map(({ template }) => template)
    void askLeave(templates.map(({ id }) => id)).then((ids) => took(namesOf(ids)))
  }

  return { offered, stage: stages[change.phase] ?? answered, failure: failureIn(change), ask, retry }
}
