import { useCallback, useRef, useState } from 'react'
import type { DataOf, MessageTemplate } from '@/contract'
import { askLeave, type Leave } from '@/platform/subscribe'
import { failureIn, useChange, type Change } from '../change'
import { newKey } from '../delivery'
import type { Failure } from '../failure'
import { useQuestion } from '../query'
import { leave } from './operations'

type Templates = DataOf<'person/messageTemplates'>['templates']
const templatesOf = ({ templates }: DataOf<'person/messageTemplates'>): Templates => templates

/** Milliseconds; which template has which id changes only with the server's settings. */
const fresh = 60 * 60_000

/** What a person sees of it: what they answered, and then what became of noting it down. */
type Answered = 'idle' | 'asking' | Extract<Leave, string>
export type Stage = Answered | Exclude<Change<'person/subscribe'>['phase'], 'idle'>

export interface Subscribing {
  /** What can be sent to this account; where there is nothing, nothing is to be asked. */
  readonly offered: readonly MessageTemplate[]
  readonly stage: Stage
  /** What was allowed, once something was. */
  readonly allowed: readonly MessageTemplate[]
  readonly failure: Failure | undefined
  /** From the tap itself: the platform asks, and what is allowed is told to the server. */
  readonly ask: () => void
  /** The same told once more, without asking again. */
  readonly retry: () => void
}

/** Leave to send messages, asked for by one tap. The ids are there before it: WeChat asks only within the tap. */
export const useSubscribing = (): Subscribing => {
  const templates = useQuestion(leave.templates, {}, { staleTime: fresh, select: templatesOf }).data ?? []
  const { change, start, retry } = useChange(leave.subscribe)
  const [answered, setAnswered] = useState<Answered>('idle')
  const asking = useRef(false)

  const take = useCallback((said: Leave, asked: Templates) => {
    asking.current = false
    if (typeof said === 'string') return setAnswered(said)
    setAnswered('idle')
    start({ templates: asked.filter(({ id }) => said.includes(id)).map(({ template }) => template), idempotencyKey: newKey() })
  }, [start])
  const ask = () => {
    if (asking.current) return
    asking.current = true
    setAnswered('asking')
    void askLeave(templates.map(({ id }) => id)).then((said) => take(said, templates))
  }

  return {
    offered: templates.map(({ template }) => template),
    stage: change.phase === 'idle' ? answered : change.phase,
    allowed: change.phase === 'idle' ? [] : change.request.templates,
    failure: failureIn(change),
    ask,
    retry,
  }
}
