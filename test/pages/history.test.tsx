import { fireEvent, screen } from '@testing-library/react'
import HistoryPage from '@/pages/history/index'
import { bank, cardOnWire, disputeOnWire, eventOnWire, reportOnWire } from '../support/builders/card-on-wire'
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
  const whats = ['reportReleased', 'reportLapsed', 'bankTold', 'bankToldTakenBack', 'reissueAccepted', 'disputed', 'passwordSet', 'guardianLinked'] as const
  const bankLost = eventOnWire({ function: 'financial', channel: 'bank', by: 'bank' })
  const outcomes = ['upheld', 'dismissed'] as const
  await openOfficeWith({ events: [...whats.map((what) => eventOnWire({ what })), bankLost, ...outcomes.map((outcome) => eventOnWire({ what: 'disputeClosed', outcome }))] })
  await open()
  for (const words of ['解挂', '到期自动解挂', '说已向银行挂失', '改为还没向银行挂失', '补卡受理，旧卡不能再解挂', '银行挂失', '提出“不是我办的”', '设了电话服务密码', '登记了监护人', '查清了：不是本人办的', '查清了：是本人办的']) expect(screen.getByText(words)).toBeTruthy()
})

test('how far a new card came is said step by step, and what has to be put right', async () => {
  const moved = (to: 'rejected' | 'ready') => eventOnWire({ what: 'reissueMoved', channel: 'counter', to, ...(to === 'rejected' && { rejectedFor: 'photo' as const }) })
  await openOfficeWith({ events: [eventOnWire({ what: 'functionActivated', function: 'financial', channel: 'bank' }), moved('ready'), moved('rejected')] })
  await open()
  for (const words of ['新卡银行功能激活', '新卡可以领了', '新卡申请退回，要改一改', '照片不合适，换一张']) expect(screen.getByText(words)).toBeTruthy()
})

test('a temporary report that was released first is not said to be replaced', async () => {
  const released = eventOnWire({ at: '2026-03-07T09:00:00.000+08:00', what: 'reportReleased', channel: 'phone' })
  await openOfficeWith({ events: [formal, released, temporary] })
  await open()
  expect(screen.queryByText(/接替/)).toBeNull()
})

describe('“not me”', () => {
  const offered = () => screen.queryAllByRole('button', { name: '这次不是我办的' })
  const released = eventOnWire({ at: '2026-03-10T10:28:00.000+08:00', what: 'reportReleased', channel: 'alipay' })
  const passwordSet = eventOnWire({ at: '2026-03-01T09:00:00.000+08:00', what: 'passwordSet' })

  test('stands by the report that is in force and leads to saying so', async () => {
    await openOfficeWith({ card: cardOnWire({ state: 'formallyLost' }), events: [formal, temporary, imported] })
    await open()
    expect(offered()).toHaveLength(1)
    await tap('这次不是我办的')
    expect(phone.opened).toEqual(['/pages/dispute/index?cardId=card-1&about=lossReported'])
  })

  test('stands by a release and by a password, the newest of each; not by a report that has ended', async () => {
    const older = { ...released, at: '2026-02-01T09:00:00.000+08:00' }
    await openOfficeWith({ events: [released, formal, passwordSet, older, imported] })
    await open()
    expect(offered()).toHaveLength(2)
    fireEvent.click(offered()[0]!)
    expect(phone.opened).toEqual(['/pages/dispute/index?cardId=card-1&about=reportReleased'])
  })

  test('not by what the clock did, nor by the bank’s own report', async () => {
    const lapsed = eventOnWire({ what: 'reportLapsed', channel: 'system', by: 'system' })
    const bankLost = eventOnWire({ function: 'financial', channel: 'bank', by: 'bank' })
    await openOfficeWith({ events: [bankLost, lapsed, temporary, imported] })
    await open()
    expect(offered()).toEqual([])
  })

  test('not while one is being looked into, which is said with the way to it', async () => {
    const office = await openOfficeWith({ card: cardOnWire({ state: 'formallyLost' }), events: [formal, imported] })
    office.wire.on('card/get', () => ({ card: office.card, report: reportOnWire(), bank: { ...bank, told: false }, dispute: disputeOnWire() }))
    await open()
    expect(offered()).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: /^正在查，先不能办/ }))
    expect(phone.opened).toEqual(['/pages/dispute/index?cardId=card-1&about='])
  })
})

test('what one was told is one tap away', async () => {
  await openOfficeWith({ events: [formal, imported] })
  await open()
  await tap('消息 有变动告诉过您的，都在这里')
  expect(phone.opened).toEqual(['/pages/messages/index'])
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
