import { request, type ClientRequest, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { OperationName, Reply } from '@/contract'
import type { Stage } from './stage'

/** What goes over the wire. */
export interface Wire {
  readonly name: OperationName
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** A reply, and when it was asked for and came (ms); null where none came. */
export interface Timed {
  readonly invoked: number
  readonly answered: number
  readonly reply: Reply<Record<string, unknown>> | null
  /** The status over HTTP, and in how many seconds to come back; 0 and NaN where none came. */
  readonly status: number
  readonly retryAfter: number
}

/** Milliseconds after which nobody waits for an answer any more. */
const longest = 30_000

const post = ({ address, agent }: Stage, { name, body, headers }: Wire): ClientRequest => {
  const asked = request(new URL(`/${name}`, address), {
    agent, method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
  })
  asked.setTimeout(longest, () => asked.destroy())
  asked.end(body)
  return asked
}

/** Calls over HTTP. `cutAfter`: the connection is cut so many ms after the call was made, as it is on the underground. */
export const send = async (stage: Stage, wire: Wire, cutAfter?: number): Promise<Timed> => {
  const invoked = Date.now()
  const asked = post(stage, wire)
  const cut = cutAfter === undefined ? undefined : setTimeout(() => asked.destroy(), cutAfter)
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => { asked.once('response', resolve).once('error', reject) })
    const reply = JSON.parse(await text(response)) as Reply<Record<string, unknown>>
    return { invoked, answered: Date.now(), reply, status: response.statusCode ?? 0, retryAfter: Number(response.headers['retry-after']) }
  } catch {
    return { invoked, answered: Infinity, reply: null, status: 0, retryAfter: NaN }
  } finally {
    clearTimeout(cut)
  }
}

/** Codes of answers that leave open whether anything was done. */
const open = ['busy', 'fault']

export const leavesOpen = ({ reply }: Timed): boolean => reply === null || (!reply.ok && open.includes(reply.error.code))

/** Sends the same again and again until there is an answer that counts, as the app does where the stage has patience: one call that lasts until then. */
export const sendPatiently = async (stage: Stage, sign: () => Wire): Promise<Timed> => {
  const first = await send(stage, sign())
  let last = first
  while (stage.patience && leavesOpen(last)) {
    await stage.patience(last)
    last = await send(stage, sign())
  }
  return { ...last, invoked: first.invoked }
}
