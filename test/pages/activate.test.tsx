import { act, fireEvent, screen } from '@testing-library/react'
import { keepSession } from '@/features/session/store'
import ActivatePage from '@/pages/activate/index'
import { policyOf } from '@/domain/policies'
import { cardOnWire } from '../support/builders/card-on-wire'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { OrderDesk } from '../support/wire/order'
import { heading, openOfficeWith, setOnline, showPage, tap } from '../support/wire/pages'

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T10:30:00+08:00') }))
afterEach(() => jest.useRealTimers())

type Behind = Parameters<typeof openOfficeWith>[0]
const fresh = cardOnWire({ state: 'notActivated', bankState: 'notActivated' })
const open = async (behind: Behind = {}) => {
  const desk = new OrderDesk(await openOfficeWith({ card: fresh, ...behind }))
  await showPage(ActivatePage, { cardId: 'card-1' })
  return desk
}
const says = (words: string | RegExp) => expect(screen.getAllByText(words).length).toBeGreaterThan(0)
const check = async () => {
  await tap('启用社保功能')
  await tap('同意，开始演示核对')
  await tap('用这个结果继续')
  await pass()
}
const typeBoth = (typed: string) => {
  for (const label of ['新密码，六个数字', '再输一遍']) fireEvent.input(screen.getByLabelText(label), { target: { value: typed } })
}
const toDigits = async (behind: Behind = {}) => {
  const desk = await open(behind)
  await check()
  return desk
}

test('what does not work yet, which half is activated where, and what it takes', async () => {
  await open()
  expect(heading()).toBe('新卡要启用才能用')
  for (const words of ['社保功能：药店、医院会拒收', '银行功能：不能取钱、收钱', '在这里就能启用，大约两分钟', '也能带身份证和新卡去：柜台或自助机', '带身份证和新卡，去成都银行任何一个网点']) says(words)
  await tap('看哪里能启用')
  expect(phone.opened).toEqual(['/pages/outlets/index?city=chengdu&cardId=card-1&need=activate'])
})

test('the check of its own purpose, six digits twice, and social security works; the bank is the other half', async () => {
  const desk = await toDigits()
  expect(desk.office.wire.requestsOf('session/beginVerification')).toEqual([{ subject: { purpose: 'activate', cardId: 'card-1' } }])
  expect(heading()).toBe('设电话服务密码，两遍')
  typeBoth('274951')
  await tap('设好，启用')
  expect(desk.activations).toMatchObject([{ cardId: 'card-1', verificationId: 'check-1', password: '274951' }])
  expect(heading()).toBe('社保功能能用了')
  says('银行账户还不能用，要到银行激活。')
  await tap('问成都银行怎么激活，电话 95507')
  expect(phone.called).toEqual(['95507'])
})

test('the password is nowhere on the phone', async () => {
  await toDigits()
  typeBoth('274951')
  await tap('设好，启用')
  expect(JSON.stringify([...phone.storage.values()])).not.toContain('274951')
})

test('a double tap activates once', async () => {
  const desk = await toDigits()
  const letGo = desk.office.wire.hold('reissue/activate')
  typeBoth('274951')
  await tap('设好，启用')
  await tap('正在启用…')
  letGo()
  await pass()
  expect(desk.office.wire.requestsOf('reissue/activate')).toHaveLength(1)
})

test('an answer that was lost is asked for with the same key: nothing is done twice', async () => {
  const desk = await toDigits()
  typeBoth('274951')
  desk.office.wire.next('lost')
  await tap('设好，启用')
  await pass(2_000)
  const keys = desk.office.wire.requestsOf('reissue/activate').map((request) => (request as { idempotencyKey: string }).idempotencyKey)
  expect(keys.length).toBeGreaterThan(1)
  expect(new Set(keys).size).toBe(1)
  expect(desk.activations).toHaveLength(1)
  expect(heading()).toBe('社保功能能用了')
})

test('one that was activated elsewhere meanwhile says so, and that no password was set', async () => {
  const desk = await toDigits()
  desk.office.card = cardOnWire()
  typeBoth('274951')
  await tap('设好，启用')
  expect(heading()).toBe('之前就启用了')
  says('能看病、买药。密码没有动。')
  expect(screen.queryByText(/刚设的密码/)).toBeNull()
})

test('a password that anybody would guess is turned down beside its field', async () => {
  const desk = await toDigits()
  desk.refuses = ['passwordTooSimple']
  typeBoth('274951')
  await tap('设好，启用')
  says('太容易猜：别用身份证号、卡号里的数字')
  expect(desk.activations).toEqual([])
})

test.each([
  ['cardLocked', '新卡被锁定了'],
  ['lossReportedHere', '新卡已经挂失'],
  ['activatedElsewhere', '不在这里启用'],
  ['disputeOpen', '正在查，先不能办'],
  ['notGranted', '没有委托您办这一件'],
] as const)('%s says why, and where instead', async (code, title) => {
  const desk = await toDigits()
  desk.refuses = [code]
  typeBoth('274951')
  await tap('设好，启用')
  expect(heading()).toBe(title)
})

test('a check that no longer counts leads to a new one', async () => {
  const desk = await toDigits()
  desk.refuses = ['verificationUsed']
  typeBoth('274951')
  await tap('设好，启用')
  expect(heading()).toBe('还没有启用')
  desk.refuses = undefined
  await tap('再试一次')
  expect(screen.getByText('同意，开始演示核对')).toBeTruthy()
})

test('without a network nothing is activated, and the retry does it', async () => {
  const desk = await toDigits()
  typeBoth('274951')
  await setOnline(false)
  await tap('设好，启用')
  expect(heading()).toBe('手机没连上网')
  await setOnline(true)
  await tap('再试一次')
  expect(desk.activations).toHaveLength(1)
})

test('what was typed goes with whoever typed it', async () => {
  await toDigits()
  typeBoth('274951')
  act(() => keepSession(undefined))
  expect(screen.queryByDisplayValue('274951')).toBeNull()
})

test.each([
  ['locked', cardOnWire({ state: 'locked' }), '新卡被锁定了'],
  ['lost itself', cardOnWire({ state: 'formallyLost' }), '新卡已经挂失'],
  ['another’s', cardOnWire({ state: 'notActivated', holder: { relation: 'proxy', maskedName: '示*' } }), '请本人来办'],
  ['an old one', cardOnWire({ state: 'cancelled' }), '这张卡已经注销'],
  ['a child’s whose guardian has not agreed', cardOnWire({ state: 'notActivated', hindrances: { reportLoss: { reason: 'guardianConsentNeeded' } } }), '请您先同意'],
  ['a child’s', cardOnWire({ state: 'notActivated', hindrances: { reportLoss: { reason: 'minorNeedsGuardian' } } }), '请监护人来办'],
])('a card that is %s says so before any check', async (_how, card, title) => {
  await open({ card })
  expect(heading()).toBe(title)
})

test('of a card whose social security works only the bank’s half is left', async () => {
  await open({ card: cardOnWire({ bankState: 'notActivated' }) })
  expect(heading()).toBe('社保功能能用了')
  says('银行账户还不能用，要到银行激活。')
})

test('a card that works says so', async () => {
  await open({ card: cardOnWire() })
  expect(heading()).toBe('这张卡都能用了')
  await tap('看这张卡')
  expect(phone.opened).toEqual(['replace /pages/card/index?cardId=card-1'])
})

test('where the city lets the bank’s app do it, that is said', async () => {
  await open({ card: cardOnWire({ state: 'notActivated', bankState: 'notActivated', city: 'shanghai' }) })
  expect(policyOf('shanghai').reissue.bankAppActivates.value).toBe(true)
  says(/自己的 App 里激活$/)
})

test('a card whose bank half works already has one thing left', async () => {
  await open({ card: cardOnWire({ state: 'notActivated' }) })
  expect(screen.queryByText('银行功能：不能取钱、收钱')).toBeNull()
})

test('in elder mode and in English', async () => {
  await open({ mode: 'elder', language: 'en' })
  expect(heading()).toBe('A new card has to be activated')
})
