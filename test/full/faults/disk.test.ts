import { join } from 'node:path'
import pg from 'pg'
import { startDatabase, type DatabaseServer } from '../../../cloudfunctions/host/database'
import { codeOf } from '../../../cloudfunctions/runtime/errors'
import { onWireTo } from './on-wire'
import type { Patient } from './patience'
import { expectRight } from './right'
import { openSmallDisk, type SmallDisk } from './small-disk'

const rounds = Number(process.env['FULL_FAULT_ROUNDS'] ?? 6)
jest.setTimeout(180_000 + rounds * 60_000)

const database = 'lost_card'
let disk: SmallDisk
let server: DatabaseServer
/** How often the server ended for want of room, and was started again. */
let started = 0

const start = async (): Promise<void> => {
  server = await startDatabase(join(disk.folder, 'postgres'), ['min_wal_size=32MB', 'max_wal_size=32MB', 'wal_recycle=off'])
  await server.ensure(database)
}
beforeAll(async () => {
  disk = await openSmallDisk(200)
  await start()
})
afterAll(async () => {
  await server.stop()
  await disk.close()
})

const ask = async (text: string): Promise<void> => {
  const client = new pg.Client({ connectionString: server.address(database) })
  client.on('error', () => undefined)
  await client.connect()
  await client.query(text).finally(() => client.end().catch(() => undefined))
}

/** Begins one file of the journal after the other, until there is none that was made before. */
const useUpJournal = async (): Promise<void> => {
  for (let files = 0; files < 4; files += 1) await ask(`select pg_logical_emit_message(false, 'fault', ''::text), pg_switch_wal()`)
}

/** What starts a server that has ended, as the system or the cluster does: one that recovers by itself is waited for. */
const supervise = async (): Promise<void> => {
  for (;;) {
    try {
      return await ask('select 1')
    } catch (thrown) {
      if (codeOf(thrown) !== 'ECONNREFUSED') continue
      started += 1
      return start()
    }
  }
}

const refusals = ({ met }: Patient): number => met.busy + met.wrong.length

test(`the disk is full ${rounds} times: whoever writes is told to come back, and all goes on when there is room again`, async () => {
  let [count, tried] = [0, 0]
  const trial = await onWireTo(server.address(database), ({ people, run }) => run({
    calls: 0,
    isEnough: () => count >= rounds || tried > 5 * rounds,
    trouble: async (_, over) => {
      if (count >= rounds) return
      tried += 1
      const before = refusals(people)
      await people.through(async () => {
        // what is left of the journal would be room that comes back
        await ask('checkpoint')
        await disk.fill()
        // every second time the journal needs a new file, for which there is no room
        if (count % 2 === 1) await useUpJournal().catch(() => undefined)
      }, async () => {
        await disk.clear()
        await supervise()
      }, over)
      if (refusals(people) > before) count += 1
    },
  }))
  expectRight(trial, `the disk full ${count} times, the server ended ${started} times`)
  expect(count).toBe(rounds)
})
