import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'

import type { Host } from '../host'
import { isFields } from '../platform'
import { appMethods } from './app-methods'
import { pageMethods } from './page-methods'
import { Params } from './params'

export interface AutomationServer {
  wsEndpoint: string
  close: () => Promise<void>
}

/**
 * Speaks WeChat DevTools' automation protocol (`{id, method, params}` → `{id, result | error}` over WebSocket) for a host of either
 * platform, so that the published `miniprogram-automator` drives it unchanged.
 */
export async function serveAutomation(host: Host): Promise<AutomationServer> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  const methods = { ...appMethods(host), ...pageMethods(host) }
  server.on('connection', (socket) => {
    socket.on('message', (raw: Buffer) => void reply(socket, methods, raw.toString()))
  })
  const tellAll = (method: string, params: unknown) => server.clients.forEach((client) => client.send(JSON.stringify({ method, params })))
  host.journal.onLog((log) => tellAll('App.logAdded', log))
  host.journal.onFault((message) => tellAll('App.exceptionThrown', { exception: { message } }))
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return { wsEndpoint: `ws://127.0.0.1:${port}`, close: () => close(server) }
}

async function reply(socket: WebSocket, methods: ReturnType<typeof appMethods>, raw: string): Promise<void> {
  const message: unknown = JSON.parse(raw)
  if (!isFields(message)) return
  const { id, method, params } = message
  try {
    const run = methods[String(method)]
    if (!run) throw new Error(`unsupported: ${String(method)}`)
    const result = await run(new Params(isFields(params) ? params : {}))
    socket.send(JSON.stringify({ id, result: result ?? {} }))
  } catch (thrown) {
    const text = thrown instanceof Error ? thrown.message : String(thrown)
    socket.send(JSON.stringify({ id, error: { message: text } }))
  }
}

function close(server: WebSocketServer): Promise<void> {
  for (const client of server.clients) client.terminate()
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())))
}
