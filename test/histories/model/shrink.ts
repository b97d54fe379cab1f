import { isChange, type Call } from './call'
import { isExplained, type History } from './explain'

const unanswered = (call: Call): Call => ({ ...call, answered: Infinity, answer: null })

/** A history as far as it had come at an instant: what was not answered by then has no answer. */
const until = (history: History, instant: number): History => ({
  ...history,
  calls: history.calls.filter(({ invoked }) => invoked <= instant).map((call) => (call.answered <= instant ? call : unanswered(call))),
})

/** The first answer that nothing explains: everything up to the one before can be explained. */
const firstUnexplained = (history: History): History => {
  const instants = history.calls.map(({ answered }) => answered).filter(Number.isFinite).sort((a, b) => a - b)
  let [from, to] = [0, instants.length - 1]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (isExplained(until(history, instants[middle] ?? 0))) from = middle + 1
    else to = middle
  }
  return until(history, instants[from] ?? Infinity)
}

/** With more left open than this there are too many ways to go. */
const mostOpen = 6

/** Without a call that changes nothing; with one that may change something it is left open what it did. Neither makes an explained history an unexplained one. */
const weaker = (history: History, { id, ask, answer }: Call): History | null => {
  const isIdle = !isChange(ask) || (answer !== null && 'code' in answer)
  if (isIdle) return { ...history, calls: history.calls.filter((call) => call.id !== id) }
  const open = history.calls.filter((call) => call.answer === null).length
  return answer === null || open >= mostOpen ? null : { ...history, calls: history.calls.map((call) => (call.id === id ? unanswered(call) : call)) }
}

/** The smallest history that is still unexplained, as far as it is found by leaving out one call after the other. */
export const smallest = (history: History): History => {
  const first = firstUnexplained(history)
  return [...first.calls].reverse().reduce((left, call) => {
    const without = weaker(left, call)
    return without && !isExplained(without) ? without : left
  }, first)
}
