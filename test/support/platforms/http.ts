import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
  header(name: string): string | undefined
}

export interface Said {
  readonly status: number
  readonly type: string
  readonly body: string
}

/** The answer to a request; 'cut' breaks its connection off. */
export type Answer = (asked: Asked) => Promise<Said | 'cut'>

export const json = (value: unknown, type = 'application/json; encoding=utf-8', status = 200): Said => ({ status, type, body: JSON.stringify(value) })
export const notFound: Said = { status: 404, type: 'text/plain', body: '' }

const isFields = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object that a body holds, or null. */
export const fieldsIn = (body: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(body)
    return isFields(value) ? value : null
  } catch {
    return null
  }
}

const handle = async (answer: Answer, request: IncomingMessage, reply: ServerResponse) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://platform')
  const header = (name: string) => { const value = request.headers[name]; return typeof value === 'string' ? value : undefined }
  const said = await answer({ method: request.method ?? '', path: pathname, query: searchParams, body: await text(request), header })
  if (said === 'cut') return void request.socket.destroy()
  reply.writeHead(said.status, { 'content-type': said.type }).end(said.body)
}

/** Listens on this machine alone; a port of 0 is any that is free. */
export const listen = async (answer: Answer, port: number): Promise<{ address: string; close(): Promise<void> }> => {
  const server: Server = createServer((request, reply) => void handle(answer, request, reply).catch(() => request.socket.destroy()))
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  const close = () => new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}
