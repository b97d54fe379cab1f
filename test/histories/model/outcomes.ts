import { isChange, type Call, type Place } from './call'
import { fits, type Found } from './fit'
import type { State } from './state'
import { step, type Stepped } from './step'

/** The smallest part of a millisecond that an instant of our time can tell from another. */
const smallestPart = 1 / 4096
/** A part of a millisecond, less than half of one, by which an instant that nobody has been told is known to be its call's. */
const fraction = ({ id }: Call): number => ((id % 2047) + 1) * smallestPart

const lapsesWithin = ({ card }: State, { invoked, answered }: Call): number[] =>
  Object.values(card.functions).flatMap(({ report }) =>
    (report?.kind === 'temporary' && report.lapsesAt > invoked && report.lapsesAt <= answered ? [Math.ceil(report.lapsesAt)] : []))

/** The instants a call can have been decided at, as far as they differ: as soon as it came and what was before it was over, and when a report lapsed meanwhile. */
const instantsOf = (state: State, call: Call): number[] => [Math.max(call.invoked, Math.floor(state.card.changedAt)), ...lapsesWithin(state, call)]

const textOf = new WeakMap<State, string>()
/** All of a state as text. */
export const textOfState = (state: State): string => {
  const known = textOf.get(state)
  if (known !== undefined) return known
  const text = JSON.stringify(state)
  textOf.set(state, text)
  return text
}

export const isSame = (one: State, other: State): boolean => one === other || textOfState(one) === textOfState(other)

/** The state with the ids that its names turned out to stand for; null where an id is known as something else. */
const withIds = (state: State, before: State, { ids }: Found): State | null => {
  if (ids.size === 0) return state
  if ([...ids.values()].some((id) => textOfState(before).includes(`"${id}"`))) return null
  const text = [...ids].reduce((all, [name, id]) => all.replaceAll(`"${name}"`, `"${id}"`), textOfState(state))
  return JSON.parse(text) as State
}

const newFound = (untold: number): Found => ({ untold, ids: new Map(), decidedAt: undefined })

const fitting = ({ answer }: Call, before: State, { state, expected }: Stepped, found: Found): State | null =>
  (fits(found, expected, answer) ? withIds(state, before, found) : null)

const decidedAt = (place: Place, state: State, call: Call, untold: number): State | null => {
  const found = newFound(untold)
  const stepped = step(place, state, call, untold)
  if (!fits(found, stepped.expected, call.answer)) return null
  const { decidedAt: at } = found
  if (at === undefined) return withIds(stepped.state, state, found)
  // it says when it was decided: which must be while it was under way
  return at < call.invoked || at > call.answered ? null : fitting(call, state, step(place, state, call, at), newFound(at))
}

/** How the card can stand after a call: in no way where its answer is none that the rules give, in more than one where a report lapsed meanwhile. */
export const outcomes = (place: Place, state: State, call: Call): State[] => {
  const instants = instantsOf(state, call).map((instant) => instant + fraction(call))
  if (call.answer === null) return isChange(call.ask) ? instants.map((now) => step(place, state, call, now).state).filter((after) => !isSame(after, state)) : []
  return instants.flatMap((now) => decidedAt(place, state, call, now) ?? [])
}
