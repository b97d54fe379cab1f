import { tellWrong } from './run'
import { runHere, seedOfRun } from './with-stage'

const calls = 2_000
jest.setTimeout(300_000)

test(`the rules alone explain every answer to ${calls} calls at once`, async () => {
  const ran = await runHere(seedOfRun(), calls)
  expect(ran.wrong.map(tellWrong)).toEqual([])
  expect(ran.faults).toBe(0)
  expect(ran.calls).toBeGreaterThanOrEqual(calls)
  // the connections were cut under some of them
  expect(ran.unknown).toBeGreaterThan(0)
})
