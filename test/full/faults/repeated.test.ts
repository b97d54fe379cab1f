import { onWire } from './on-wire'
import { expectRight } from './right'
import { openEcho } from './echo'

const calls = Number(process.env['FULL_FAULT_CALLS'] ?? 2_000)
jest.setTimeout(300_000 + calls * 60)

test(`${calls} calls, delivered twice at once and again after others were sent: each does its work once`, async () => {
  const { trial, again } = await onWire(async ({ stage, run }) => {
    const echo = await openEcho(stage.address.href)
    const ended = await run({ calls, trouble: async () => undefined }, new URL(echo.address))
    await echo.close()
    return { trial: ended, again: echo.again() }
  })
  expectRight(trial, `${again.beside} requests delivered twice at once, ${again.late} once more after others`)
  expect(again.late).toBeGreaterThan(calls / 4)
  expect(again.beside).toBeGreaterThan(0)
})
