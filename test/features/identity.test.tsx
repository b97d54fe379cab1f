import { act } from '@testing-library/react'
import type { Subject } from '@/contract'
import { useIdentityCheck } from '@/features/identity'
import { openOffice, openPage, pass } from '../support/wire/hooks'
import type { Office } from '../support/wire/office'

const subject: Subject = { purpose: 'reportLoss', cardId: 'card-1' }
const onPassed = jest.fn()

let office: Office
beforeEach(async () => {
  jest.useFakeTimers()
  onPassed.mockClear()
  office = await openOffice()
})
afterEach(() => jest.useRealTimers())

const meetChallenge = async () => {
  const { result } = openPage(() => useIdentityCheck(subject, onPassed))
  act(() => result.current.consent())
  await pass()
  expect(result.current).toMatchObject({ stage: 'challenge', provider: 'sandbox' })
  return result
}

test('nothing is asked before the citizen consents', async () => {
  const { result } = openPage(() => useIdentityCheck(subject, onPassed))
  await pass()
  expect(result.current.stage).toBe('consent')
  expect(office.wire.requestsOf('session/beginVerification')).toHaveLength(0)
})

test('a check that passes is told once, with its id', async () => {
  const result = await meetChallenge()
  act(() => result.current.complete('passed'))
  await pass()
  expect(result.current.stage).toBe('passed')
  expect(onPassed.mock.calls).toEqual([['check-1']])
})

test.each(['failed', 'cancelled'] as const)('a check that is %s is not passed, and a new one begins with consent', async (outcome) => {
  const result = await meetChallenge()
  act(() => result.current.complete(outcome))
  await pass()
  expect(result.current.stage).toBe(outcome)
  act(() => result.current.again())
  expect(result.current.stage).toBe('consent')
  expect(onPassed).not.toHaveBeenCalled()
})

test('pending is asked for again by itself, and passes only once the server says so', async () => {
  office.results = ['pending', 'passed']
  const result = await meetChallenge()
  act(() => result.current.complete('pending'))
  await pass()
  expect(result.current.stage).toBe('pending')
  await pass(2_000)
  expect(result.current.stage).toBe('pending')
  expect(onPassed).not.toHaveBeenCalled()
  await pass(2_000)
  expect(result.current.stage).toBe('passed')
})

test('pending is not asked for endlessly', async () => {
  const result = await meetChallenge()
  act(() => result.current.complete('pending'))
  await pass()
  for (let asked = 0; asked < 10; asked += 1) await pass(2_000)
  expect(result.current.stage).toBe('unanswered')
  expect(office.wire.requestsOf('session/completeVerification')).toHaveLength(6)
  office.results = ['passed']
  act(() => result.current.complete())
  await pass()
  expect(result.current.stage).toBe('passed')
})

test('a check that cannot be begun is broken and says why', async () => {
  const { result } = openPage(() => useIdentityCheck(subject, onPassed))
  office.wire.next('neverSent')
  act(() => result.current.consent())
  await pass()
  expect(result.current).toMatchObject({ stage: 'broken', failure: { code: 'noAnswer', retryable: true } })
})

test('a page that was left takes no result any more', async () => {
  const { result, unmount } = openPage(() => useIdentityCheck(subject, onPassed))
  act(() => result.current.consent())
  await pass()
  act(() => result.current.complete('passed'))
  unmount()
  await pass()
  expect(onPassed).not.toHaveBeenCalled()
})
