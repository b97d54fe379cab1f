import type pg from 'pg'
import { onWire } from './on-wire'
import { expectRight } from './right'

const rounds = Number(process.env['FULL_FAULT_ROUNDS'] ?? 5)
jest.setTimeout(120_000 + rounds * 120_000)

/** All that anybody needs is held by somebody else, as by a command that somebody runs by hand. */
const hold = async (client: pg.PoolClient): Promise<void> => {
  await client.query('begin')
  await client.query('lock table card in access exclusive mode')
}

test(`every connection waits for somebody else, ${rounds} times: whoever gets none is told to come back, and nobody has to start anything again`, async () => {
  let [count, waiting] = [0, 0]
  const trial = await onWire(({ people, stage, run }) => run({
    calls: 0,
    isEnough: () => count >= rounds,
    trouble: async (sql, over) => {
      if (count >= rounds) return
      const holder = await sql.connect()
      await people.through(() => hold(holder), async () => {
        waiting = Math.max(waiting, stage.services.repository.connections().waiting)
        await holder.query('rollback')
        holder.release()
      }, over)
      count += 1
    },
  }))
  expectRight(trial, `every connection taken ${count} times, ${waiting} requests waiting for one`)
  expect(trial.met.busy).toBeGreaterThan(0)
  expect(waiting).toBeGreaterThan(0)
  expect(trial.met.none).toBe(0)
})
