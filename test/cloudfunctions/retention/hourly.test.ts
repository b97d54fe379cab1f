import { noMeter } from '../../../cloudfunctions/runtime/meter'
import { logTo } from '../../../cloudfunctions/runtime/log'
import { keepRetention } from '../../../cloudfunctions/host/retention'
import type { Repository } from '../../../cloudfunctions/repository'

const hour = 3_600_000
const none = { sessions: 0, claims: 0, checks: 0, answers: 0, consents: 0, grants: 0, accounts: 0, counters: 0, calls: 0, messages: 0, deliveries: 0, notices: 0, nonces: 0, staffSessions: 0, lookUps: 0, orders: 0, photos: 0, codes: 0, kiosks: 0, people: 0 }

beforeEach(() => { jest.useFakeTimers() })
afterEach(() => { jest.useRealTimers() })

const kept = (applyRetention: Repository['applyRetention']) => {
  const lines: string[] = []
  const log = logTo('info', { write: (line) => { lines.push(line) } })
  const end = keepRetention({ repository: { applyRetention } as Repository, log, meter: noMeter })
  const codes = () => lines.map((line) => JSON.parse(line)).map(({ operation, code }) => `${operation} ${code}`)
  return { end, codes }
}

test('a host applies retention each hour, until it ends', async () => {
  const apply = jest.fn(async () => none)
  const { end, codes } = kept(apply)
  await jest.advanceTimersByTimeAsync(hour - 1)
  expect(apply).not.toHaveBeenCalled()
  await jest.advanceTimersByTimeAsync(1)
  await jest.advanceTimersByTimeAsync(hour)
  await end()
  await jest.advanceTimersByTimeAsync(2 * hour)
  expect([apply.mock.calls.length, codes()]).toEqual([2, ['retention ok', 'retention ok']])
})

test('a failure is told, and tried again an hour later', async () => {
  const apply = jest.fn(async () => none).mockRejectedValueOnce(new Error('the database is away'))
  const { end, codes } = kept(apply)
  await jest.advanceTimersByTimeAsync(2 * hour)
  await end()
  expect(codes()).toEqual(['retention fault', 'retention ok'])
})

test('one that takes longer than an hour is not begun twice; its end is waited for, and it is told to end', async () => {
  let finish = () => {}
  let until: AbortSignal | undefined
  const apply = jest.fn((options?: { until?: AbortSignal }) => new Promise<typeof none>((resolve) => {
    until = options?.until
    finish = () => resolve(none)
  }))
  const { end, codes } = kept(apply)
  await jest.advanceTimersByTimeAsync(3 * hour)
  const ended = end()
  expect([apply.mock.calls.length, until?.aborted]).toEqual([1, true])
  finish()
  await ended
  expect(codes()).toEqual(['retention ok'])
})
