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
}

const post = ({ address, agent }: Stage, { name, body, headers }: Wire): ClientRequest => {
  const asked = request(new URL(`/${name}`, address), {
    agent, method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
  })
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
    return { invoked, answered: Date.now(), reply }
  } catch {
    return { invoked, answered: Infinity, reply: null }
  } finally {
    clearTimeout(cut)
  }
}
