import { EventEmitter, once } from 'node:events'
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Proxy {
  readonly address: string
  /** How many requests went to each address. */
  served(): ReadonlyMap<string, number>
  add(backend: string): void | Promise<void>
  /** Sends it nothing more; resolves when it has answered everything. */
  takeOut(backend: string): Promise<void>
  close(): Promise<void>
}

/** Sends each request to the next of its backends, whoever asks, and never a second time. */
export const startProxy = async (): Promise<Proxy> => {
  const [turn, counts, underWay, answered] = [[] as string[], new Map<string, number>(), new Map<string, number>(), new EventEmitter()]
  const agent = new Agent({ keepAlive: true })
  const begin = (backend: string) => {
    counts.set(backend, (counts.get(backend) ?? 0) + 1)
    underWay.set(backend, (underWay.get(backend) ?? 0) + 1)
  }
  const end = (backend: string) => {
    underWay.set(backend, (underWay.get(backend) ?? 1) - 1)
    answered.emit(backend)
  }
  const pass = (asked: IncomingMessage, answer: ServerResponse) => {
    const backend = turn.shift()
    if (backend === undefined) return answer.writeHead(502).end()
    turn.push(backend)
    begin(backend)
    answer.once('close', () => end(backend))
    const { method, headers, url } = asked
    const passed = request(new URL(url ?? '/', backend), { method, headers, agent }, (from) => from.pipe(answer.writeHead(from.statusCode ?? 502, from.headers)))
    passed.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()))
    return asked.pipe(passed)
  }
  const server = createServer(pass).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    served: () => counts,
    add: (backend) => void turn.push(backend),
    takeOut: async (backend) => {
      turn.splice(turn.indexOf(backend), 1)
      while ((underWay.get(backend) ?? 0) > 0) await once(answered, backend)
    },
    close: async () => {
      agent.destroy()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
