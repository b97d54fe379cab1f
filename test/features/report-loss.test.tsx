import { act } from '@testing-library/react'
import { useCards } from '@/features/card'
import { useReportLoss } from '@/features/loss-report'
import { createQueryClient } from '@/features/query-client'
import { phone } from '../support/taro/phone'
import { openOffice, openPage, pass } from '../support/wire/hooks'
import { cardOf, type Office } from '../support/wire/office'

let office: Office
beforeEach(async () => {
  jest.useFakeTimers()
  office = await openOffice()
})
afterEach(() => jest.useRealTimers())

const openReport = () => openPage(() => useReportLoss('card-1'))
type Page = ReturnType<typeof openReport>

/** From the explanation to where the check is passed or not. */
const goToCheck = async ({ result }: Page) => {
  act(() => result.current.start())
  act(() => result.current.confirm())
  await pass()
}
const report = async (page: Page) => {
  await goToCheck(page)
  act(() => page.result.current.check.complete('passed'))
  await pass()
}
const sent = () => office.wire.requestsOf('card/reportLoss') as { idempotencyKey: string }[]

test('a loss is explained, checked, sent and done, and the cards shown elsewhere change with it', async () => {
  const answers = createQueryClient()
  const home = openPage(useCards, answers)
  await pass()
  const page = openPage(() => useReportLoss('card-1'), answers)
  expect(page.result.current.step).toBe('explain')
  await report(page)
  expect(page.result.current).toMatchObject({ step: 'done', outcome: { already: false, report: { receiptNumber: 'R-1' } } })
  expect(home.result.current.data?.[0]?.socialSecurity.state).toBe('formallyLost')
  expect(office.wire.requestsOf('card/list')).toHaveLength(1)
})

test('tapping twice at every step begins one check and sends one report', async () => {
  const { result } = openReport()
  act(() => {
    result.current.start()
    result.current.start()
  })
  act(() => {
    result.current.confirm()
    result.current.confirm()
  })
  await pass()
  act(() => {
    result.current.check.complete('passed')
    result.current.check.complete('passed')
  })
  await pass()
  expect(office.wire.requestsOf('session/beginVerification')).toHaveLength(1)
  expect(office.wire.requestsOf('session/completeVerification')).toHaveLength(1)
  expect(sent()).toHaveLength(1)
})

test('while it is being sent there is no step back', async () => {
  const letGo = office.wire.hold('card/reportLoss')
  const page = openReport()
  await report(page)
  expect(page.result.current.step).toBe('sending')
  expect(page.result.current.back()).toBe(false)
  letGo()
  await pass()
  expect(page.result.current.step).toBe('done')
})

test('an answer that never comes leaves it unsure, and the same key finds out that it was done', async () => {
  const page = openReport()
  await goToCheck(page)
  office.wire.next('comes', 'lost', 'lost')
  act(() => page.result.current.check.complete('passed'))
  await pass()
  expect(page.result.current.step).toBe('unsure')
  await pass(1_000)
  expect(page.result.current.step).toBe('unsure')
  await pass(2_000)
  expect(page.result.current.step).toBe('done')
  expect(new Set(sent().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
  expect(sent()).toHaveLength(3)
  expect(office.changes).toBe(1)
})

test('a slow server is waited for, and then counts as no answer: never as failed', async () => {
  office.wire.hold('card/reportLoss')
  const page = openReport()
  await report(page)
  await pass(11_999)
  expect(page.result.current.step).toBe('sending')
  await pass(1)
  expect(page.result.current.step).toBe('unsure')
})

test.each([
  ['a fault inside', { ok: false, error: { code: 'fault', message: 'fault' } }],
  ['an answer that is none of the contract', { ok: true, data: { done: 'yes' } }],
])('%s leaves it unsure, until the server says', async (_, answer) => {
  const page = openReport()
  await goToCheck(page)
  const letGo = office.wire.hold('card/reportLoss')
  act(() => page.result.current.check.complete('passed'))
  await pass()
  office.wire.garble(answer)
  letGo()
  await pass()
  expect(page.result.current.step).toBe('unsure')
  await pass(1_000)
  expect(page.result.current.step).toBe('done')
  expect(office.changes).toBe(1)
})

test('being turned away afterwards does not answer for the attempt that was lost', async () => {
  const page = openReport()
  await goToCheck(page)
  office.wire.next('comes', 'lost')
  const letGo = office.wire.hold('card/reportLoss')
  act(() => page.result.current.check.complete('passed'))
  await pass()
  letGo()
  await pass()
  office.wire.garble({ ok: false, error: { code: 'busy', message: 'busy' } })
  await pass(1_000)
  expect(page.result.current.step).toBe('unsure')
  await pass(2_000)
  expect(page.result.current.step).toBe('done')
})

test('too busy is no failure, since it may have been done: it is asked again by itself, with the same key', async () => {
  const page = openReport()
  await goToCheck(page)
  const letGo = office.wire.hold('card/reportLoss')
  act(() => page.result.current.check.complete('passed'))
  await pass()
  office.wire.garble({ ok: false, error: { code: 'busy', message: 'busy' } })
  letGo()
  await pass()
  expect(page.result.current.step).toBe('unsure')
  await pass(1_000)
  expect(page.result.current.step).toBe('done')
  expect(office.changes).toBe(1)
  expect(new Set(sent().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
})

test('unsure, it asks at once when the app is shown again or the network is back', async () => {
  const page = openReport()
  await goToCheck(page)
  office.wire.next('comes', 'lost', 'neverSent', 'comes')
  act(() => page.result.current.check.complete('passed'))
  await pass()
  act(() => phone.show())
  await pass()
  expect(sent()).toHaveLength(2)
  act(() => phone.setOnline(false))
  act(() => phone.setOnline(true))
  await pass()
  expect(sent()).toHaveLength(3)
  expect(page.result.current.step).toBe('done')
})

test('killed while unsure, the app asks with the same key when the page is opened again', async () => {
  const page = openReport()
  await goToCheck(page)
  office.wire.next('comes', 'lost')
  act(() => page.result.current.check.complete('passed'))
  await pass()
  page.unmount()
  const reopened = openReport()
  expect(reopened.result.current.step).toBe('unsure')
  await pass()
  expect(reopened.result.current.step).toBe('done')
  expect(new Set(sent().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
  expect(office.changes).toBe(1)
})

test('reopened after the card was unhooked through another door, it does not show an old receipt as news', async () => {
  const page = openReport()
  await goToCheck(page)
  office.wire.next('comes', 'lost')
  act(() => page.result.current.check.complete('passed'))
  await pass()
  page.unmount()
  office.card = cardOf()
  const reopened = openReport()
  await pass()
  expect(reopened.result.current.step).toBe('explain')
})

test('an intent older than its check is not followed up', async () => {
  const page = openReport()
  await goToCheck(page)
  office.wire.next('comes', 'lost')
  act(() => page.result.current.check.complete('passed'))
  await pass()
  page.unmount()
  jest.setSystemTime(Date.now() + 10 * 60_000)
  expect(openReport().result.current.step).toBe('explain')
  expect(phone.storage.has('intent:card/reportLoss:card-1')).toBe(false)
})

test('a rule that says no is a refusal that says where instead, and nothing is kept', async () => {
  office.refuses = ['releasedElsewhere', { where: ['counter'] }]
  const page = openReport()
  await report(page)
  expect(page.result.current).toMatchObject({ step: 'refused', failure: { code: 'releasedElsewhere', retryable: false, details: { where: ['counter'] } } })
  expect(phone.storage.has('intent:card/reportLoss:card-1')).toBe(false)
})

test('without a network nothing is sent; the retry sends it', async () => {
  const page = openReport()
  await goToCheck(page)
  const letGo = office.wire.hold('session/completeVerification')
  act(() => page.result.current.check.complete('passed'))
  await pass()
  act(() => phone.setOnline(false))
  letGo()
  await pass()
  expect(page.result.current).toMatchObject({ step: 'failed', failure: { code: 'offline', retryable: true } })
  expect(sent()).toHaveLength(0)
  act(() => phone.setOnline(true))
  act(() => page.result.current.retry())
  await pass()
  expect(page.result.current.step).toBe('done')
})

test('a check that no longer counts leads to a new one', async () => {
  office.refuses = ['verificationUsed']
  const page = openReport()
  await report(page)
  expect(page.result.current.step).toBe('failed')
  office.refuses = undefined
  act(() => page.result.current.retry())
  expect(page.result.current).toMatchObject({ step: 'check', check: { stage: 'consent' } })
})

test('back in the middle of the check: a result that comes later sends nothing', async () => {
  const page = openReport()
  await goToCheck(page)
  const letGo = office.wire.hold('session/completeVerification')
  act(() => page.result.current.check.complete('passed'))
  await pass()
  let stepped = false
  act(() => {
    stepped = page.result.current.back()
  })
  expect(stepped).toBe(true)
  letGo()
  await pass()
  expect(page.result.current).toMatchObject({ step: 'explain', check: { stage: 'consent' } })
  expect(sent()).toHaveLength(0)
})
