import { rollWhileServing } from '../support/fleet/rolling'

jest.setTimeout(300_000)

test('four hosts behind nginx: whichever answers, a citizen is the same, and none of them is missed while it is replaced', async () => {
  const { requests, failed, lost, served } = await rollWhileServing(4)
  expect({ failed, lost }).toEqual({ failed: [], lost: [] })
  expect(served).toHaveLength(2 * 4)
  expect(Math.min(...served)).toBeGreaterThan(0)
  expect(requests).toBeGreaterThan(2 * 4)
})
