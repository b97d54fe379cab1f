import type { DataOf } from '@/contract'
import { planOutlets, type NoOutlet, type OutletStep } from '@/domain/outlet-plan'
import { policyFor, type CardView } from '../repository'
import { defineOperation, type Call, type Parsed } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import { cursorAt, offsetOf } from './cursor'
import { listsOf, type CityList } from './lookup/lists'
import { pageOf } from './page'
import { refuseUnknown } from './refusals'
import { listOf } from './wire'

type Asked = Parsed<'outlets/forCard'>
type Data = DataOf<'outlets/forCard'>

const noneOnWire = (none: NoOutlet): Data['none'] =>
  ('where' in none && none.where ? { code: none.code, where: [...none.where] } : { code: none.code })

/** The steps asked for: all of them, or the one whose next page is wanted. */
const stepsAsked = (steps: readonly OutletStep[], { step: wanted, cursor }: Asked): readonly OutletStep[] => {
  if (wanted === undefined && cursor !== undefined) throw new RequestError('invalidRequest', { field: 'cursor' })
  const asked = steps.filter(({ step }) => wanted === undefined || step === wanted)
  if (asked.length === 0) throw new RequestError('invalidRequest', { field: 'step' })
  return asked
}

/** Where in the list's order a step's one outlet is; -1, which is nowhere, where the list has it no more. */
const seqOf = async ({ repository }: Call, { city }: CardView, list: CityList | null, outletId: string): Promise<number> => {
  const row = list && (await repository.outlets.byId(city, list.publication.version, outletId))
  return row?.seq ?? -1
}

const stepOnWire = async (call: Call, view: CardView, list: CityList | null, step: OutletStep, request: Asked): Promise<Data['steps'][number]> => {
  const { cursor, limit, ...asked } = request
  const { step: name, kinds, bank, capability, outlet } = step
  const search = { ...asked, step: name }
  const offset = offsetOf(call.keys, search, cursor)
  const seq = outlet === undefined ? undefined : await seqOf(call, view, list, outlet)
  const wanted = { kinds, bank, capabilities: capability && [capability], seq }
  const { outlets, next } = await pageOf(call.repository, list, { narrowing: { ...asked, city: view.city, limit }, wanted, offset, now: view.now })
  return {
    step: name,
    kinds: [...kinds],
    ...(bank !== undefined && { bank }),
    ...(capability !== undefined && { capability }),
    outlets,
    ...(next !== null && { cursor: cursorAt(call.keys, search, next) }),
  }
}

/** Where to go with this card for a need, step by step, by its city's rules; or why nowhere. */
export const forCard = defineOperation('outlets/forCard', async (asked, call) => {
  const view = await call.repository.cards.get(call.caller, asked.cardId)
  refuseUnknown(view.city, asked)
  const list = await listsOf(call).of(view.city)
  const plan = planOutlets(asked.need, view, policyFor(view), view.now)
  if ('none' in plan) return { steps: [], none: noneOnWire(plan.none), ...listOf(list) }
  const steps = await Promise.all(stepsAsked(plan.steps, asked).map((step) => stepOnWire(call, view, list, step, asked)))
  return { steps, ...listOf(list) }
})
