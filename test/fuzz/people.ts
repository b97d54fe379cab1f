import type { CallerName, RequestInput } from './input'
import { lookUp } from './look-up'
import type { Stage } from './stage'
import { signIn, type Headers, type Kind, type Standing } from './standing'

type Of = Pick<RequestInput, 'caller' | 'person'>

/** So often one session is used: an account that guesses too often is not listened to. */
const uses = 20

/** Who asks, and what a request's words stand for. */
export interface People {
  headersOf(input: Of): Promise<Headers>
  lookUp(word: string, input: Of): Promise<string>
  /** Whoever was let in as this is not any longer. */
  forget(input: Of): void
}

const kindOf = (caller: CallerName): Kind => (caller === 'terminal' ? 'terminal' : 'citizen')
const nameOf = ({ caller, person }: Of): string => `${kindOf(caller)} ${person}`

/** Finds people on a stage, signed in as they are needed. */
export const peopleOf = (stage: Stage): People => {
  const { address, staffId, services: { repository: { staff } } } = stage
  const standing = new Map<string, Standing>()
  let credential: string | null = null

  const find = async (input: Of): Promise<Standing> => {
    const known = standing.get(nameOf(input))
    if (known && known.used < uses) return known
    const found = await signIn(stage, kindOf(input.caller), input.person)
    standing.set(nameOf(input), found)
    return found
  }
  const atCounter = async (): Promise<Headers> => {
    const found = credential === null ? await staff.find(staffId) : null
    if (found) credential = await staff.begin(found)
    return { cookie: `counter=${encodeURIComponent(credential ?? '')}`, 'sec-fetch-site': 'same-origin' }
  }
  const headersOf: People['headersOf'] = async (input) => {
    if (input.caller === 'staff') return atCounter()
    if (input.caller !== 'citizen' && input.caller !== 'terminal') return {}
    const found = await find(input)
    found.used += 1
    return found.headers
  }
  const forget: People['forget'] = (input) => {
    if (input.caller === 'staff') credential = null
    standing.delete(nameOf(input))
  }
  return { headersOf, forget, lookUp: async (word, input) => lookUp(word, { ...(await find(input)), address, kind: kindOf(input.caller) }) }
}
