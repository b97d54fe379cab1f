import type { DataOf, FoundOutletOnWire, OutletListOnWire, RequestOf } from '@/contract'
import type { OutletNeed, OutletStepName } from '@/domain/words'
import { send } from '../client'

/** What one goes to an outlet for; '' for nothing in particular. */
export type Need = OutletNeed | ''

export type NoneOnWire = NonNullable<DataOf<'outlets/forCard'>['none']>

/** Outlets that belong together; a step says why they are the ones to go to. */
export interface Group {
  readonly step: OutletStepName | undefined
  readonly outlets: readonly FoundOutletOnWire[]
  readonly cursor: string | undefined
}

/** What was found, the same shape whether a card's steps were asked for or just a list. */
export interface Found {
  readonly need: Need
  readonly groups: readonly Group[]
  /** Why no outlet serves the card's need. */
  readonly none: NoneOnWire | undefined
  /** Undefined where the city has no list at all. */
  readonly list: OutletListOnWire | undefined
}

/** One of the two operations that find outlets, with what to ask it. */
export type Question = { readonly need: Need } & (
  | { readonly name: 'outlets/search'; readonly request: RequestOf<'outlets/search'> }
  | { readonly name: 'outlets/forCard'; readonly request: RequestOf<'outlets/forCard'> }
)

const once = (outlets: readonly FoundOutletOnWire[]): readonly FoundOutletOnWire[] =>
  [...new Map(outlets.map((outlet) => [outlet.outletId, outlet])).values()]

type Answer = Omit<Found, 'need'>

const searched = ({ outlets, cursor, list }: DataOf<'outlets/search'>): Answer =>
  ({ groups: [{ step: undefined, outlets: once(outlets), cursor }], none: undefined, list })

const planned = ({ steps, none, list }: DataOf<'outlets/forCard'>): Answer =>
  ({ groups: steps.map(({ step, outlets, cursor }) => ({ step, outlets: once(outlets), cursor })), none, list })

const answerTo = async (question: Question): Promise<Answer> =>
  question.name === 'outlets/search' ? searched(await send(question.name, question.request)) : planned(await send(question.name, question.request))

export const ask = async (question: Question): Promise<Found> => ({ need: question.need, ...(await answerTo(question)) })

/** The question for a group's further page. */
export const further = (question: Question, { step, cursor }: Group): Question => {
  const page = cursor === undefined ? {} : { cursor }
  if (question.name === 'outlets/search') return { ...question, request: { ...question.request, ...page } }
  return { ...question, request: { ...question.request, ...page, ...(step && { step }) } }
}

/** A group with what a further page added; an outlet that moved between the two questions is shown once. */
export const joined = (group: Group, more: Group): Group => ({ ...group, outlets: once([...group.outlets, ...more.outlets]), cursor: more.cursor })
