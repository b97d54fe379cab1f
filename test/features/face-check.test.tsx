import { act } from '@testing-library/react'
import type { Challenge, Subject } from '@/contract'
import { useIdentityCheck } from '@/features/identity'
import { meetChallenge, type Met } from '@/platform/face-check'
import { openOffice, openPage, pass } from '../support/wire/hooks'
import type { Office } from '../support/wire/office'
import { Refused } from '../support/wire/wire'

jest.mock('@/platform/face-check')

const subject: Subject = { purpose: 'exportData' }
const challenge: Challenge = { provider: 'wechat', verifyId: 'verify-1' }
const onPassed = jest.fn()
const meet = jest.mocked(meetChallenge)

let office: Office
beforeEach(async () => {
  jest.useFakeTimers()
  jest.resetAllMocks()
  office = await openOffice()
  office.challenge = challenge
})
afterEach(() => jest.useRealTimers())

const agree = async () => {
  const { result } = openPage(() => useIdentityCheck(subject, onPassed))
  act(() => result.current.consent())
  await pass()
  return result
}
const told = () => office.wire.requestsOf('session/completeVerification')

test('the platform is asked once, and the server says what came of it', async () => {
  meet.mockResolvedValue('finished')
  office.results = ['passed']
  const result = await agree()
  expect(meet.mock.calls).toEqual([[challenge]])
  expect(told()).toEqual([{ verificationId: 'check-1', phone: 'finished' }])
  expect(result.current.stage).toBe('passed')
  expect(onPassed.mock.calls).toEqual([['check-1']])
})

test.each([
  ['finished', 'failed'],
  ['cancelled', 'cancelled'],
  ['cancelled', 'passed'],
  ['unsure', 'failed'],
  ['unsure', 'pending'],
] as const)('whatever the phone says (%s), it is what the server says: %s', async (said, outcome) => {
  meet.mockResolvedValue(said)
  office.results = [outcome]
  const result = await agree()
  expect(told()).toEqual([{ verificationId: 'check-1', phone: said }])
  expect(result.current.stage).toBe(outcome)
})

test('a phone that cannot check a face says so, and nothing is asked of the server', async () => {
  meet.mockResolvedValue('unsupported')
  const result = await agree()
  expect(result.current).toMatchObject({ stage: 'unsupported', provider: 'wechat' })
  expect(told()).toEqual([])
})

test('a phone that never speaks again can be passed over: the result is looked at by a tap', async () => {
  let speak: (said: Met) => void = () => undefined
  meet.mockReturnValue(new Promise((resolve) => {
    speak = resolve
  }))
  office.results = ['passed']
  const result = await agree()
  expect(result.current.stage).toBe('meeting')
  act(() => result.current.complete())
  await pass()
  expect(told()).toEqual([{ verificationId: 'check-1', phone: 'unsure' }])
  speak('finished')
  await pass()
  expect(told()).toHaveLength(1)
  expect(onPassed).toHaveBeenCalledTimes(1)
})

test('what was begun again hears nothing of the one before', async () => {
  let speak: (said: Met) => void = () => undefined
  meet.mockReturnValue(new Promise((resolve) => {
    speak = resolve
  }))
  const result = await agree()
  act(() => result.current.again())
  speak('finished')
  await pass()
  expect(result.current.stage).toBe('consent')
  expect(told()).toEqual([])
})

test('an answer that was lost is asked for again by itself, with what the phone said', async () => {
  meet.mockResolvedValue('finished')
  office.results = ['passed']
  office.wire.next('comes', 'lost')
  const result = await agree()
  expect(result.current.stage).toBe('pending')
  await pass(2_000)
  expect(told()).toEqual([{ verificationId: 'check-1', phone: 'finished' }, { verificationId: 'check-1', phone: 'finished' }])
  expect(result.current.stage).toBe('passed')
})

test('without an answer it is not asked for endlessly', async () => {
  meet.mockResolvedValue('finished')
  office.results = ['passed']
  office.wire.next('comes', ...Array.from({ length: 20 }, () => 'neverSent' as const))
  const result = await agree()
  for (let asked = 0; asked < 10; asked += 1) await pass(2_000)
  expect(result.current.stage).toBe('unanswered')
  expect(told()).toHaveLength(6)
})

test.each(['verificationRefused', 'verificationUsed'] as const)('a check that is over (%s) is made anew from consent on', async (code) => {
  meet.mockResolvedValue('finished')
  office.wire.on('session/completeVerification', () => {
    throw new Refused(code)
  })
  const result = await agree()
  expect(result.current.stage).toBe('expired')
  act(() => result.current.again())
  expect(result.current.stage).toBe('consent')
})

test('too many checks are a fault that says when to come back', async () => {
  office.wire.on('session/beginVerification', () => {
    throw new Refused('tooManyChecks', { retryAfterSeconds: 60 })
  })
  const result = await agree()
  expect(result.current).toMatchObject({ stage: 'broken', failure: { code: 'tooManyChecks', details: { retryAfterSeconds: 60 } } })
  expect(meet).not.toHaveBeenCalled()
})
