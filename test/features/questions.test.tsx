import { act } from '@testing-library/react'
import { useBanks } from '@/features/banks'
import { useCards, useHistory } from '@/features/card'
import { createQueryClient } from '@/features/query-client'
import { phone } from '../support/taro/phone'
import { openOffice, openPage, pass } from '../support/wire/hooks'
import { lostCard, type Office } from '../support/wire/office'
import { Refused } from '../support/wire/wire'

let office: Office
beforeEach(async () => {
  jest.useFakeTimers()
  office = await openOffice()
})
afterEach(() => jest.useRealTimers())

const lists = () => office.wire.requestsOf('card/list')

test('home needs one question', async () => {
  const { result } = openPage(useCards)
  expect(result.current.status).toBe('loading')
  await pass()
  expect(result.current.status).toBe('ready')
  expect(office.wire.asked.map(({ name }) => name)).toEqual(['session/signIn', 'card/list'])
})

test('home is drawn twice: while it loads and when it is there', async () => {
  let drawn = 0
  openPage(() => {
    drawn += 1
    return useCards()
  })
  await pass()
  expect(drawn).toBe(2)
})

test('another page opened right after asks nothing again', async () => {
  const answers = createQueryClient()
  openPage(useCards, answers)
  await pass()
  expect(openPage(useCards, answers).result.current.status).toBe('ready')
  await pass()
  expect(lists()).toHaveLength(1)
})

test('the app shown again asks again, and shows what changed through another door', async () => {
  const { result } = openPage(useCards)
  await pass()
  office.card = lostCard()
  act(() => phone.show())
  await pass()
  expect(result.current.data?.[0]?.socialSecurity.state).toBe('formallyLost')
  expect(lists()).toHaveLength(2)
})

test('what was known is not shown any more once the account is nobody’s', async () => {
  const { result } = openPage(useCards)
  await pass()
  office.wire.on('card/list', () => { throw new Refused('notBound') })
  act(() => phone.show())
  await pass()
  expect(result.current).toMatchObject({ status: 'failed', data: undefined, failure: { code: 'notBound' } })
})

test('without a network it says so; with it back the answer comes by itself', async () => {
  act(() => phone.setOnline(false))
  const { result } = openPage(useCards)
  expect(result.current).toMatchObject({ status: 'offline', failure: { code: 'offline', retryable: true } })
  act(() => phone.setOnline(true))
  await pass()
  expect(result.current.status).toBe('ready')
})

test('a retry looks for a network whose coming back the phone missed', async () => {
  act(() => phone.setOnline(false))
  const { result } = openPage(useCards)
  phone.online = true
  act(() => result.current.retry())
  await pass()
  expect(result.current.status).toBe('ready')
})

test('a failed question keeps what was known, and is retried once however often it is tapped', async () => {
  const { result } = openPage(useCards)
  await pass()
  const before = result.current.checkedAt
  office.wire.next('lost')
  act(() => phone.show())
  await pass()
  expect(result.current).toMatchObject({ status: 'failed', failure: { code: 'noAnswer' }, checkedAt: before })
  expect(result.current.data).toHaveLength(1)
  act(() => {
    result.current.retry()
    result.current.retry()
  })
  await pass()
  expect(result.current.status).toBe('ready')
  expect(lists()).toHaveLength(3)
})

test('an answer that breaks the contract is not shown', async () => {
  office.wire.garble({ ok: true, data: { cards: [{ cardId: 'card-1', state: 'fine' }] } })
  const { result } = openPage(useCards)
  await pass()
  expect(result.current).toMatchObject({ status: 'failed', data: undefined, failure: { code: 'unknownAnswer' } })
})

test('history comes page by page, newest first, each page once', async () => {
  const at = '2026-03-02T09:00:00.000+08:00'
  office.wire.on('card/history', ({ cursor }) =>
    cursor
      ? { events: [{ at, what: 'cardImported', channel: 'system', by: 'system' }] }
      : { events: [{ at, what: 'lossReported', channel: 'wechat', by: 'cardholder' }], cursor: 'older' })
  const { result } = openPage(() => useHistory('card-1'))
  await pass()
  expect(result.current).toMatchObject({ status: 'ready', hasMore: true })
  act(() => {
    result.current.loadMore()
    result.current.loadMore()
  })
  await pass()
  expect(result.current.data?.map(({ what }) => what)).toEqual(['lossReported', 'cardImported'])
  expect(result.current.hasMore).toBe(false)
  expect(office.wire.requestsOf('card/history')).toHaveLength(2)
})

test("a city's banks are asked for once an hour at most", async () => {
  office.wire.on('outlets/banks', () => ({ banks: [{ code: 'icbc', name: '示例银行', nameEn: 'Demo Bank', hotline: '95588', verified: true }] }))
  const answers = createQueryClient()
  openPage(() => useBanks('chengdu'), answers)
  await pass()
  openPage(() => useBanks('chengdu'), answers)
  await pass()
  expect(office.wire.requestsOf('outlets/banks')).toHaveLength(1)
})
