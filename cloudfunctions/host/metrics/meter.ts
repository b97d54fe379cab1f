import { collectDefaultMetrics, Counter, Gauge, Histogram, type Registry } from 'prom-client'
import { queueNames, type Repository } from '../../repository'
import type { Meter } from '../../runtime/meter'

/** Seconds: what people notice begins at a tenth; a statement may take five. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

const placeOf = (operation: string) => ({ function: operation.split('/')[0] ?? '', operation })

/** Counts what is told to it. Labels are names of the contract, so that there are only so many. */
export const meterOn = (registry: Registry): Meter => {
  const registers = [registry]
  const answers = new Counter({ name: 'lost_card_requests_total', help: 'Answers, by operation and code', labelNames: ['function', 'operation', 'code'], registers })
  const seconds = new Histogram({ name: 'lost_card_request_seconds', help: 'How long answers took', labelNames: ['function', 'operation'], buckets, registers })
  const lapses = new Counter({ name: 'lost_card_lapses_total', help: 'Cards whose lapse was written down', registers })
  const failures = new Counter({ name: 'lost_card_task_failures_total', help: 'Rounds of what is done again and again that failed', labelNames: ['task'], registers })
  return {
    answered: (operation, code, ms) => {
      answers.inc({ ...placeOf(operation), code })
      seconds.observe(placeOf(operation), ms / 1000)
    },
    lapsed: (cards) => lapses.inc(cards),
    failed: (task) => failures.inc({ task }),
  }
}

/** One question for all that is told from its answer; undefined where there is none. */
const once = <T>(ask: () => Promise<T>): (() => Promise<T | undefined>) => {
  let asked: Promise<T | undefined> | undefined
  return () => (asked ??= ask().catch(() => undefined).finally(() => { asked = undefined }))
}

const watchDatabase = (registers: Registry[], queueLengths: Repository['queueLengths']): void => {
  const ask = once(queueLengths)
  new Gauge({ name: 'lost_card_database_up', help: 'Whether the database answers', registers, async collect() { this.set((await ask()) ? 1 : 0) } })
  new Gauge({
    name: 'lost_card_waiting', help: 'What waits, by queue', labelNames: ['queue'], registers,
    async collect() {
      const lengths = await ask()
      this.reset()
      for (const queue of queueNames) if (lengths) this.set({ queue }, lengths[queue])
    },
  })
}

/** What is looked up when it is asked for: connections, and what waits. A database that is away says so itself, and what waits is then not told. */
export const watch = (registry: Registry, { connections, queueLengths }: Pick<Repository, 'connections' | 'queueLengths'>): void => {
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'lost_card_connections', help: 'Connections to the database, by what they do, and requests that wait for one', labelNames: ['state'], registers,
    collect() {
      for (const [state, count] of Object.entries(connections())) this.set({ state }, count)
    },
  })
  watchDatabase(registers, queueLengths)
}
