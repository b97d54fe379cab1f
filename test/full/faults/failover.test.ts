import { startCluster, type Cluster } from '../../support/clusters'
import { onWireTo } from './on-wire'
import { expectRight } from './right'

const rounds = Number(process.env['FULL_FAILOVERS'] ?? 3)
jest.setTimeout(180_000 + rounds * 120_000)

let primary: Cluster
afterEach(() => primary.stop())

/** Whether the standby confirms what is written, and has all that was acknowledged before it did. */
const isSafe = `select exists (select from pg_stat_replication where sync_state = 'sync' and flush_lsn >= pg_current_wal_flush_lsn()) as safe`

/** A standby without whose word the primary acknowledges nothing. */
const followed = async (nth: number): Promise<Cluster> => {
  const standby = await primary.standby(`standby${nth}`)
  await primary.ask(`alter system set synchronous_standby_names = 'standby${nth}'`)
  await primary.ask('select pg_reload_conf()')
  while ((await primary.ask<{ safe: boolean }>(isSafe))[0]?.safe !== true) continue
  return standby
}

/** The standby takes over: it waits for nobody until it is followed itself. */
const takeOver = async (standby: Cluster): Promise<void> => {
  await standby.promote()
  await standby.ask('alter system reset synchronous_standby_names')
  await standby.ask('select pg_reload_conf()')
  await primary.stop()
  primary = standby
}

test(`the primary is killed under load and its synchronous standby takes over, ${rounds} times: the hosts find it by themselves, and nothing acknowledged is lost`, async () => {
  primary = await startCluster()
  let count = 0
  const trial = await onWireTo(primary.address, ({ wire, people, run }) => run({
    calls: 0,
    isEnough: () => count >= rounds,
    trouble: async (_, over) => {
      if (count >= rounds) return
      const standby = await followed(count)
      await people.through(() => primary.kill(), async () => {
        wire.refuse()
        await takeOver(standby)
        wire.lead(primary.address)
      }, over)
      count += 1
    },
  }))
  expectRight(trial, `${count} primaries killed, each with a synchronous standby`)
  expect(trial.met.busy).toBeGreaterThan(0)
})
