import { inputsOf } from './arbitrary'
import { keptInputs } from './kept'
import { run } from './run'

// many requests, on a machine that may be busy
jest.setTimeout(300_000)

test('whatever is sent is answered by the contract or refused, and the process lives on', async () => {
  const ran = await run([...Object.values(keptInputs), ...inputsOf(20261201, 1_500)])
  expect(ran.found).toEqual([])
  expect(ran.process).toEqual([])
  // what is sent is not so broken that nothing of it is read
  expect(ran.reached.size).toBeGreaterThan(40)
})
