import fastify, { type FastifyInstance } from 'fastify'
import { Registry } from 'prom-client'
import type { Repository } from '../../repository'
import type { Meter } from '../../runtime/meter'
import { meterOn, watch } from './meter'

/** What is counted, and the server that tells it. */
export interface Metrics {
  readonly meter: Meter
  /** A server of `GET /metrics` alone, for operators: never the one that citizens reach. */
  server(repository: Pick<Repository, 'connections' | 'queueLengths'>): FastifyInstance
}

export const openMetrics = (): Metrics => {
  const registry = new Registry()
  return {
    meter: meterOn(registry),
    server: (repository) => {
      watch(registry, repository)
      const server = fastify({ logger: false })
      server.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))
      return server
    },
  }
}
