import { screen } from '@testing-library/react'
import ReleasePage from '@/pages/release/index'
import { cardOnWire, reportOnWire } from '../support/builders/card-on-wire'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { heading, openOfficeWith, showPage, tap } from '../support/wire/pages'

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T10:30:00+08:00') }))
afterEach(() => jest.useRealTimers())

const open = () => showPage(ReleasePage, { cardId: 'card-1' })
const lost = cardOnWire({ state: 'formallyLost' })

test('it says whose report it is, when and from where, and what releasing does not do', async () => {
  await openOfficeWith({ card: lost, report: reportOnWire({ channel: 'alipay' }) })
  await open()
  expect(heading()).toBe('要解除这次挂失吗？')
  for (const words of ['您本人', '3月10日 周二 10:24', '支付宝', '正式挂失', '银行的挂失不会跟着解，要找银行']) expect(screen.getByText(words)).toBeTruthy()
})

test('a report by someone else is not called one’s own', async () => {
  await openOfficeWith({ card: lost, report: reportOnWire({ by: 'guardian' }) })
  await open()
  expect(screen.getByText('监护人')).toBeTruthy()
})

test('someone else who reported it is named, masked', async () => {
  await openOfficeWith({ card: lost, report: reportOnWire({ by: 'proxy', actor: '示*' }) })
  await open()
  expect(screen.getByText('示*（代办人）')).toBeTruthy()
})

test('released after one check: the state that is there again', async () => {
  const office = await openOfficeWith({ card: lost })
  await open()
  await tap('卡在我手里，解挂')
  await tap('同意，开始演示核对')
  await tap('用这个结果继续')
  await pass()
  expect(heading()).toBe('已经解挂')
  expect(screen.getByText('社保功能现在：能正常用')).toBeTruthy()
  expect(office.wire.requestsOf('card/releaseLoss')).toHaveLength(1)
})

test('who has not found the card leaves everything as it is', async () => {
  const office = await openOfficeWith({ card: lost })
  phone.pages = 2
  await open()
  await tap('卡还没找到，先不解')
  expect(phone.opened).toEqual(['back'])
  expect(office.changes).toBe(0)
})

test('“not me” leads to saying so; a proxy is not asked', async () => {
  await openOfficeWith({ card: lost })
  const { unmount } = await open()
  await tap('这次不是我挂失的')
  expect(phone.opened).toEqual(['/pages/dispute/index?cardId=card-1&about=lossReported'])
  unmount()
  await openOfficeWith({ card: { ...lost, holder: { relation: 'proxy', maskedName: '示*' } } })
  await open()
  expect(screen.queryByRole('button', { name: '这次不是我挂失的' })).toBeNull()
})

test('while a dispute is open: where that is settled, what to bring, and how far it is', async () => {
  await openOfficeWith({ card: cardOnWire({ state: 'formallyLost', hindrances: { releaseLoss: { reason: 'disputeOpen', where: ['counter'] } } }) })
  await open()
  expect(heading()).toBe('正在查，先不能办')
  expect(screen.getByText('身份证；卡在手里，也带上')).toBeTruthy()
  await tap('找能办的柜台')
  await tap('看查到哪一步')
  expect(phone.opened).toEqual(['/pages/outlets/index?city=chengdu&cardId=card-1&need=', '/pages/dispute/index?cardId=card-1&about='])
})

const elsewhere = (where: ('counter' | 'terminal' | 'phone' | 'bank')[]) => ({ releaseLoss: { reason: 'releasedElsewhere' as const, where } })

test('made at a counter: where instead, what to bring, until when, and the outlets that do it', async () => {
  await openOfficeWith({
    card: cardOnWire({ state: 'formallyLost', hindrances: elsewhere(['counter', 'terminal']) }),
    report: reportOnWire({ channel: 'counter', reportedAt: '2026-03-09T15:10:00.000+08:00', releasedIn: ['counter', 'terminal'] }),
  })
  await open()
  expect(heading()).toBe('这次要到网点解挂')
  for (const words of ['不是您操作错了。柜台办的挂失，这里解不了。', '3月9日 周一 15:10', '柜台或自助机', '身份证、这张社保卡', '一直有效，直到解挂'])
    expect(screen.getByText(words)).toBeTruthy()
  await tap('看哪些网点能解')
  expect(phone.opened).toEqual(['/pages/outlets/index?city=chengdu&cardId=card-1&need=release'])
})

test('made by phone: call, or wait; in a hurry any outlet helps', async () => {
  const lapsesAt = '2026-03-13T14:30:00.000+08:00'
  await openOfficeWith({
    card: cardOnWire({ state: 'temporarilyLost', lapsesAt, hindrances: elsewhere(['phone', 'counter']) }),
    report: reportOnWire({ kind: 'temporary', channel: 'phone', lapsesAt, releasedIn: ['phone', 'counter'] }),
  })
  await open()
  expect(heading()).toBe('这次要打电话解挂')
  for (const words of ['3月13日 周五 14:30 自动解挂，不办也会恢复', '社保卡号和服务密码', '着急看病，任何网点都能当场解除临时挂失。']) expect(screen.getByText(words)).toBeTruthy()
  // the test before opened the same page at this very moment
  await pass(600)
  await tap('找最近开门的网点')
  expect(phone.opened).toEqual(['/pages/outlets/index?city=chengdu&cardId=card-1&need=release'])
})

test('once a reissue is accepted the old card stays as it is', async () => {
  await openOfficeWith({ card: cardOnWire({ state: 'beingReissued' }) })
  await open()
  expect(heading()).toBe('补卡已经受理')
  expect(screen.getByText('旧卡不能再解挂。请等新卡，带身份证和领卡凭证去领。')).toBeTruthy()
})

test('nothing reported: nothing to release', async () => {
  await openOfficeWith({ card: cardOnWire() })
  await open()
  expect(heading()).toBe('这张卡没有挂失')
})
