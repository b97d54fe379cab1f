import { onWire } from './on-wire'
import { expectRight } from './right'

const rounds = Number(process.env['FULL_FAULT_ROUNDS'] ?? 5)
jest.setTimeout(120_000 + rounds * 120_000)

test('a slow way to the database makes the service slow, and nothing else', async () => {
  const trial = await onWire(async ({ wire, run }) => {
    wire.delay(20)
    return run({ calls: 300, trouble: async () => undefined })
  })
  expectRight(trial, 'each word to the database 20 ms late')
})

test(`the database says nothing any more, ${rounds} times: everybody is told to come back, and finds all as it was when it speaks again`, async () => {
  let count = 0
  const trial = await onWire(({ wire, people, run }) => run({
    calls: 0,
    isEnough: () => count >= rounds,
    trouble: async (_, over) => {
      if (count >= rounds) return
      await people.through(() => wire.delay(Infinity), () => wire.delay(0), over)
      count += 1
    },
  }))
  expectRight(trial, `the database silent ${count} times`)
  expect(trial.met.busy).toBeGreaterThan(0)
  // within half a minute each
  expect(trial.met.none).toBe(0)
})
