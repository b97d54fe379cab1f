import { EventEmitter, once } from 'node:events'
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
  const idle = new EventEmitter()
  let inFlight = 0
  let draining = false
  server.addHook('onRequest', (_request, _reply, done) => done(draining ? new RequestError('busy') : undefined))
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (draining) void reply.header('connection', 'close')
    done(null, payload)
  })
  server.server.on('request', (_request, response) => {
    inFlight++
    response.once('close', () => {
      inFlight--
      if (inFlight === 0) idle.emit('idle')
    })
  })
  return async () => {
    draining = true
    if (inFlight > 0) await once(idle, 'idle', { signal: AbortSignal.timeout(graceMs) }).catch(() => undefined)
    const last = setTimeout(() => server.server.closeAllConnections(), lastMs)
    await server.close()
    clearTimeout(last)
  }
}
