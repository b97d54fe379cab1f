import type { Said } from './http'

/**
 * What goes wrong with one call: an error of the platform's own, other fields in its answer, an answer altered after it was made or signed,
 * another status, or a connection cut before anything was done or after it was.
 */
export type Fault<Code> =
  | { readonly error: Code }
  | { readonly fields: Readonly<Record<string, unknown>> }
  | { readonly altered: (body: string) => string }
  | { readonly status: number }
  | 'cutBefore'
  | 'cutAfter'

export const garbage = { altered: (): string => '<html>' } as const

/** A call that waits for its test. */
export interface Held {
  /** Resolves when the call has arrived. */
  readonly arrived: Promise<void>
  release(): void
}

export interface Controls<Api extends string, Code> {
  /** The next call of an API goes wrong; given twice, so do the next two. */
  next(api: Api, fault: Fault<Code>): void
  /** The next call of an API is not answered until it is released. */
  hold(api: Api): Held
  /** Calls of an API so far. */
  calls(api: Api): number
}

/** How a platform makes its own answers. */
interface Voice<Code> {
  error(code: Code): Said
  fields(given: Readonly<Record<string, unknown>>): Said
}

export interface Faults<Api extends string, Code> extends Controls<Api, Code> {
  /** One call: counted, held, spoiled as was asked for, or answered. */
  pass(api: Api, voice: Voice<Code>, answer: () => Said): Promise<Said | 'cut'>
}

const spoiled = <Code>(fault: Fault<Code>, voice: Voice<Code>, answer: () => Said): Said | 'cut' => {
  if (fault === 'cutBefore') return 'cut'
  if (fault === 'cutAfter') return answer() && 'cut'
  if ('error' in fault) return voice.error(fault.error)
  if ('fields' in fault) return voice.fields(fault.fields)
  if ('status' in fault) return { status: fault.status, type: 'text/html', body: '<html>' }
  const said = answer()
  return { ...said, body: fault.altered(said.body) }
}

const gate = () => {
  let open = (): void => undefined
  const passed = new Promise<void>((resolve) => (open = resolve))
  return { passed, open }
}

export const faultsOf = <Api extends string, Code>(): Faults<Api, Code> => {
  const counts = new Map<Api, number>()
  const waiting = new Map<Api, Fault<Code>[]>()
  const gates = new Map<Api, () => Promise<void>>()
  return {
    next: (api, fault) => void waiting.set(api, [...(waiting.get(api) ?? []), fault]),
    hold: (api) => {
      const [arrival, release] = [gate(), gate()]
      gates.set(api, () => {
        gates.delete(api)
        arrival.open()
        return release.passed
      })
      return { arrived: arrival.passed, release: release.open }
    },
    calls: (api) => counts.get(api) ?? 0,
    pass: async (api, voice, answer) => {
      counts.set(api, (counts.get(api) ?? 0) + 1)
      await gates.get(api)?.()
      const fault = waiting.get(api)?.shift()
      return fault === undefined ? answer() : spoiled(fault, voice, answer)
    },
  }
}
