import { createHash } from 'node:crypto'
import { isChange, type Call, type Place } from './call'
import { isSame, outcomes, textOfState } from './outcomes'
import type { State } from './state'
import { placeOf } from './step'

/** A card and all that was asked of it. */
export interface History {
  readonly place: Omit<Place, 'again'>
  /** The card as it stood before. */
  readonly first: State
  readonly calls: readonly Call[]
}

/** More ways than this to go nobody looks at: whoever meets it has made too long a history. */
const mostWays = 100_000

const namesIn = ({ actor, ask }: Call): string[] => (isChange(ask) ? [placeOf(actor, ask), ...('check' in ask ? [ask.check] : [])] : [])

const cameAgain = (calls: readonly Call[]): Set<string> => {
  const seen = new Set<string>()
  return new Set(calls.flatMap(namesIn).filter((name) => seen.size === seen.add(name).size))
}

/** A reading without an answer says nothing. */
const saysNothing = ({ ask, answer }: Call): boolean => answer === null && !isChange(ask)

/** Those that can have been first: no other was answered before they came. */
const canBeFirst = (left: readonly Call[]): Call[] => {
  const answered = Math.min(...left.map((call) => call.answered))
  return left.filter(({ invoked }) => invoked <= answered)
}

/** Whether an answer says itself that nothing was changed; one about the bank reads the same whether it was said before or not. */
const tellsOfChange = ({ ask, answer }: Call): boolean => ask.op !== 'card/bankTold' || (answer !== null && 'code' in answer)

/**
 * Looks for an order of a card's calls that explains every answer: each call takes effect at one instant between its being made and its being
 * answered, one after the other, by the rules of the domain; one without an answer takes effect at any time after it was made, or never
 * (Wing and Gong; states that were met before are not gone into again, as Lowe does). Cards are independent, so that each is looked at alone.
 */
export const isExplained = ({ place: without, first, calls }: History): boolean => {
  const place: Place = { ...without, again: cameAgain(calls) }
  const all = calls.filter((call) => !saysNothing(call)).sort((a, b) => a.answered - b.answered || a.invoked - b.invoked)
  const met = new Set<string>()
  const search = (left: readonly Call[], state: State): boolean => {
    if (left.every(({ answer }) => answer === null)) return true
    const next = canBeFirst(left).flatMap((call) => outcomes(place, state, call).map((after) => ({ call, after })))
    // what changes nothing, now or later, can as well be done at once, whatever else may come
    const idle = next.find(({ call, after }) => call.answer !== null && tellsOfChange(call) && isSame(after, state))
    return (idle ? [idle] : next).some(({ call, after }) => {
      const rest = left.filter((one) => one !== call)
      const way = createHash('sha1').update(`${rest.map(({ id }) => id).join()} ${textOfState(after)}`).digest('base64')
      if (met.has(way)) return false
      if (met.add(way).size > mostWays) throw new RangeError('this history has too many ways to go')
      return search(rest, after)
    })
  }
  return search(all, first)
}
