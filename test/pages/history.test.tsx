import { screen } from '@testing-library/react'
import HistoryPage from '@/pages/history/index'
import { cardOnWire, eventOnWire } from '../support/builders/card-on-wire'
import { phone } from '../support/taro/phone'
import { heading, openOfficeWith, showPage, tap } from '../support/wire/pages'

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T10:30:00+08:00') }))
afterEach(() => jest.useRealTimers())

const open = () => showPage(HistoryPage, { cardId: 'card-1' })
const imported = eventOnWire({ at: '2021-05-18T09:00:00.000+08:00', what: 'cardImported', channel: 'system', by: 'system' })
const formal = eventOnWire({ receiptNumber: 'GS2603100042' })
const temporary = eventOnWire({ at: '2026-03-06T14:20:00.000+08:00', channel: 'phone', kind: 'temporary' })

test('how the card is now, then each change with its time, channel and person', async () => {
  await openOfficeWith({ card: cardOnWire({ state: 'formallyLost' }), events: [formal, temporary, imported] })
  await open()
  expect(heading()).toBe('现在：社保功能停用')
  for (const words of ['今天 10:24，微信，本人', '回执号 GS2603100042', '3月6日 周五 14:20，12333 电话，本人', '今天 10:24 由正式挂失接替', '2021年5月18日 09:00，系统自动'])
    expect(screen.getByText(words)).toBeTruthy()
  expect(screen.getAllByRole('listitem')).toHaveLength(3)
})

test('who acted for the cardholder is named, masked', async () => {
  await openOfficeWith({ events: [eventOnWire({ by: 'guardian', actor: '示*' }), eventOnWire({ by: 'proxy', channel: 'alipay', actor: '例*' })] })
  await open()
  for (const words of ['今天 10:24，微信，示*（监护人）办理', '今天 10:24，支付宝，例*（代办人）办理']) expect(screen.getByText(words)).toBeTruthy()
})

test('each kind of event has its own words', async () => {
  const whats = ['reportReleased', 'reportLapsed', 'bankTold', 'bankToldTakenBack', 'reissueAccepted'] as const
  const bankLost = eventOnWire({ function: 'financial', channel: 'bank', by: 'bank' })
  await openOfficeWith({ events: [...whats.map((what) => eventOnWire({ what })), bankLost] })
  await open()
  for (const words of ['解挂', '到期自动解挂', '说已向银行挂失', '改为还没向银行挂失', '补卡受理，旧卡不能再解挂', '银行挂失']) expect(screen.getByText(words)).toBeTruthy()
})

test('a temporary report that was released first is not said to be replaced', async () => {
  const released = eventOnWire({ at: '2026-03-07T09:00:00.000+08:00', what: 'reportReleased', channel: 'phone' })
  await openOfficeWith({ events: [formal, released, temporary] })
  await open()
  expect(screen.queryByText(/接替/)).toBeNull()
})

test('“not me” stands by the newest change and leads to the hotline', async () => {
  await openOfficeWith({ events: [formal, temporary, imported] })
  await open()
  await tap('这次不是我办的')
  expect(screen.getByRole('dialog', { name: '不是您办的？' })).toBeTruthy()
  await tap('人社热线，电话 028-12333')
  expect(phone.called).toEqual(['028-12333'])
})

test('older events come page by page', async () => {
  const office = await openOfficeWith()
  office.wire.on('card/history', ({ cursor }) => (cursor ? { events: [temporary] } : { events: [formal], cursor: 'older' }))
  await open()
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  await tap('再看以前的')
  expect(screen.getAllByRole('listitem')).toHaveLength(2)
  expect(screen.queryByRole('button', { name: '再看以前的' })).toBeNull()
})

test('a card nobody ever reported says so, with a way back', async () => {
  await openOfficeWith({ events: [imported] })
  await open()
  expect(heading()).toBe('没有挂失过')
  await tap('回到我的社保卡')
  expect(phone.opened).toEqual(['/pages/card/index?cardId=card-1'])
})
