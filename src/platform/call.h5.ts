import { httpsCall } from './https-call'

let open = 0

/** How many calls have not been answered yet. */
export const openCalls = (): number => open

/** As everywhere, counted: a terminal sends nobody away in the midst of one. */
export const call: typeof httpsCall = async (...asked) => {
  open += 1
  try {
    return await httpsCall(...asked)
  } finally {
    open -= 1
  }
}
