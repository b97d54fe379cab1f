import { minute } from '@/domain/time'
import { seedOfRun } from '../../histories/with-stage'
import { onFleet } from './on-fleet'
import { expectRight } from './right'

const calls = Number(process.env['FULL_FAULT_CALLS'] ?? 1_000)
jest.setTimeout(240_000 + calls * 100)

/** As long as a token lasts, less what the calls take: what a host with such a clock still takes for good. */
const jumps = [0, 20 * minute, -20 * minute] as const

const clockOf = (nth: number) => ({
  NODE_OPTIONS: `--require ${require.resolve('../../support/fleet/clock.cjs')}`, CLOCK_JUMP_MS: String(jumps[nth % jumps.length]), CLOCK_JUMPS_AFTER_S: '5',
})

test('the clocks of two hosts of three are wrong, one ahead and one behind: everything is decided by the clock of the database', async () => {
  const { trial, ready } = await onFleet(3, seedOfRun(), async ({ fleet, run }) => ({
    trial: await run({ calls, trouble: async () => undefined }),
    ready: await Promise.all(fleet.addresses().map(async (address) => (await fetch(`${address}/readyz`)).status)),
  }), { own: clockOf })
  expectRight(trial, 'three hosts, the clock of one 20 minutes ahead and of one 20 minutes behind')
  expect(trial.met.none).toBe(0)
  // whoever looks whether a host is ready sends nothing more to one whose clock is wrong
  expect(ready).toEqual([200, 503, 503])
})
