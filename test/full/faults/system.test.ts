import { startCluster, type Cluster } from '../../support/clusters'
import { onWireTo } from './on-wire'
import { expectRight } from './right'

const rounds = Number(process.env['FULL_FAULT_ROUNDS'] ?? 50)
jest.setTimeout(120_000 + rounds * 30_000)

let cluster: Cluster
afterEach(() => cluster.stop())

test(`the system's PostgreSQL is killed under load and started again, ${rounds} times: nothing acknowledged is lost, and the hosts find it by themselves`, async () => {
  cluster = await startCluster()
  let count = 0
  const trial = await onWireTo(cluster.address, ({ people, run }) => run({
    calls: 0,
    isEnough: () => count >= rounds,
    trouble: async (_, over) => {
      if (count >= rounds) return
      await people.through(cluster.kill, cluster.start, over)
      count += 1
    },
  }))
  expectRight(trial, `the system's PostgreSQL killed ${count} times`)
  expect(trial.met.busy).toBeGreaterThan(0)
})
