import { onWire } from './on-wire'
import { expectRight } from './right'

const cuts = 5 * Number(process.env['FULL_FAULT_ROUNDS'] ?? 40)
jest.setTimeout(120_000 + cuts * 5_000)

/** Of which statements: the one that changes a card with all that belongs to it, which is a transaction, and those that go before it. */
const moments = ['write-', 'complete-verification', 'write-', 'read-'] as const

test(`the connection to the database ends ${cuts} times as a card is changed, before the statement is heard or before its answer is: what was done is done once`, async () => {
  let count = 0
  const trial = await onWire(({ wire, run }) => run({
    calls: 0,
    isEnough: () => count >= cuts,
    trouble: async (_, over) => {
      while (count < cuts && await wire.cutAt(moments[count % moments.length] ?? 'write-', count % 8 < 5 ? 'after' : 'before', over)) count += 1
    },
  }))
  expectRight(trial, `${count} connections cut within a statement`)
  expect(trial.met.busy).toBeGreaterThan(0)
})
