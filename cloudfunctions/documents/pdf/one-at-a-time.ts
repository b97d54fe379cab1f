import { setImmediate } from 'node:timers/promises'
import { RequestError } from '../../runtime/errors'

/** Documents that may wait behind the one being made; a tenth of a second each. */
const most = 20
const retryAfterSeconds = 5

let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/**
 * Makes one document after the other, since each takes the processor for itself, and between two of them answers whoever asks for something
 * else. Refuses `busy`, with when to come back, where too many wait.
 */
export const oneAtATime = async <Made>(make: () => Promise<Made>): Promise<Made> => {
  if (waiting > most) throw new RequestError('busy', { retryAfterSeconds })
  waiting += 1
  const made = last.then(() => setImmediate()).then(make)
  last = made.catch(() => undefined)
  return made.finally(() => { waiting -= 1 })
}
