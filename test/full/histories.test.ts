import { expectFoundOut, otherBugs } from '../histories/found-out'
import { tellWrong } from '../histories/run'
import { runHere, seedOfRun } from '../histories/with-stage'

const calls = Number(process.env['FULL_HISTORY_CALLS'] ?? 10_000)
jest.setTimeout(300_000 + calls * 60)

test(`the rules alone explain every answer to ${calls} calls at once`, async () => {
  const ran = await runHere(seedOfRun(), calls)
  expect(ran.wrong.map(tellWrong)).toEqual([])
  expect(ran.faults).toBe(0)
  expect(ran.calls).toBeGreaterThanOrEqual(calls)
})

expectFoundOut(otherBugs)
