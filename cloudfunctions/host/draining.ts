import { EventEmitter, once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { RequestError } from '../runtime/errors'

/** How long requests in flight may take to finish after the server is told to stop. */
const graceMs = 10_000
/** How long a refusal just being written may take before its connection is closed. */
const lastMs = 1_000

/**
 * Lets a server end without breaking a request: those in flight finish, new ones are refused 503, connections close.
 * Gives the function that does so; it resolves when the server is gone.
 */
export const drainable = (server: FastifyInstance): (() => Promise<void>) => {
  const inFlight = new Set<ServerResponse>()
  const idle = new EventEmitter()
  let draining = false
  const closeAfter = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader('connection', 'close')
  }
  server.addHook('onRequest', (_request, _reply, done) => done(draining ? new RequestError('busy') : undefined))
  server.server.prependListener('request', (_request, response: ServerResponse) => {
    inFlight.add(response)
    if (draining) closeAfter(response)
    response.once('close', () => {
      inFlight.delete(response)
      if (inFlight.size === 0) idle.emit('idle')
    })
  })
  return async () => {
    draining = true
    inFlight.forEach(closeAfter)
    if (inFlight.size > 0) await once(idle, 'idle', { signal: AbortSignal.timeout(graceMs) }).catch(() => undefined)
    const last = setTimeout(() => server.server.closeAllConnections(), lastMs)
    await server.close()
    clearTimeout(last)
  }
}
