import { slowBodies } from '../fuzz/slow'

jest.setTimeout(120_000)

test('a body that never comes to an end is closed', async () => {
  expect(await slowBodies()).toEqual([])
})
