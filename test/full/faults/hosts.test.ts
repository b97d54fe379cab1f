import { seedOfRun } from '../../histories/with-stage'
import { onFleet } from './on-fleet'
import { expectRight } from './right'

const rounds = Number(process.env['FULL_FAULT_ROUNDS'] ?? 50)
jest.setTimeout(120_000 + rounds * 30_000)

test(`two hosts, of which one is killed under load and another started, ${rounds} times: nothing acknowledged is lost, nothing is done twice`, async () => {
  let killed = 0
  const trial = await onFleet(2, seedOfRun(), ({ fleet, run }) => run({
    calls: 0,
    isEnough: () => killed >= rounds,
    trouble: async () => {
      await fleet.killOne()
      killed += 1
    },
  }))
  expectRight(trial, `${killed} hosts killed`)
  // the kills were felt
  expect(trial.met.none).toBeGreaterThan(0)
})
