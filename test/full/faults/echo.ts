import { once } from 'node:events'
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** A network on the way to the hosts that delivers more than once, and late. */
export interface Echo {
  readonly address: string
  /** How many requests it has delivered once more, beside the first or after others. */
  again(): { readonly beside: number; readonly late: number }
  close(): Promise<void>
}

/** So many requests come by before one that was kept is delivered once more. */
const kept = 25

const done = 200

interface Delivered {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

interface Came {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

const deliverTo = (host: string, agent: Agent) => async ({ path, headers, body }: Delivered): Promise<Came> => {
  const asked = request(new URL(path, host), { method: 'POST', headers, agent })
  asked.end(body)
  const [answer] = await once(asked, 'response') as [IncomingMessage]
  return { status: answer.statusCode ?? 502, headers: answer.headers, body: await buffer(answer) }
}

/**
 * Every citizen's change goes twice at the same time, and one of its good answers is heard; whatever was done comes once more when others have
 * gone by, and nobody hears what is said to that. What was refused does not: nothing is kept of a refusal, and the same sent later is decided anew.
 * A partner's request goes once at a time: its signature holds once, whichever came first.
 */
export const openEcho = async (host: string): Promise<Echo> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 })
  const deliver = deliverTo(host, agent)
  const [late, underWay]: [Delivered[], Set<Promise<unknown>>] = [[], new Set()]
  const counts = { beside: 0, late: 0 }
  const follow = (delivery: Promise<unknown>) => {
    const ended = delivery.catch(() => undefined).finally(() => underWay.delete(ended))
    underWay.add(ended)
  }
  const first = async (one: Delivered): Promise<Came> => {
    if (!one.body.includes('"idempotencyKey"') || one.path.startsWith('/channel/')) return deliver(one)
    counts.beside += 1
    const [a, b] = await Promise.all([deliver(one), deliver(one)])
    return b.status === done ? b : a
  }
  const repeat = () => {
    while (late.length > kept) {
      // not the oldest: what was sent later may come before it
      const [one] = late.splice(Math.floor(Math.random() * late.length), 1)
      if (one) follow(deliver(one))
      counts.late += 1
    }
  }
  const pass = async (asked: IncomingMessage, answer: ServerResponse) => {
    const one: Delivered = { path: asked.url ?? '/', headers: asked.headers, body: await buffer(asked) }
    const { status, headers, body } = await first(one)
    if (status === done) late.push(one)
    repeat()
    answer.writeHead(status, headers).end(body)
  }
  const server = createServer((asked, answer) => void pass(asked, answer).catch(() => answer.destroy())).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    again: () => counts,
    close: async () => {
      await Promise.all(underWay)
      agent.destroy()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
