import { act, fireEvent, screen } from '@testing-library/react'
import { keepSession } from '@/features/session/store'
import ServicePasswordPage from '@/pages/service-password/index'
import { cardOnWire } from '../support/builders/card-on-wire'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { heading, openOfficeWith, setOnline, showPage, tap } from '../support/wire/pages'
import { ToldDesk } from '../support/wire/told'
import { Refused } from '../support/wire/wire'

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T10:30:00+08:00') }))
afterEach(() => jest.useRealTimers())

type Behind = Parameters<typeof openOfficeWith>[0]
const open = async (behind: Behind = {}) => {
  const desk = new ToldDesk(await openOfficeWith({ card: cardOnWire(), ...behind }))
  await showPage(ServicePasswordPage, { cardId: 'card-1' })
  return desk
}
const says = (words: string | RegExp) => expect(screen.getAllByText(words).length).toBeGreaterThan(0)
const check = async () => {
  await tap('继续，核对身份')
  await tap('同意，开始演示核对')
  await tap('用这个结果继续')
  await pass()
}
const type = (label: string, typed: string) => fireEvent.input(screen.getByLabelText(label), { target: { value: typed } })
const typeBoth = (first: string, second = first) => {
  type('新密码，六个数字', first)
  type('再输一遍', second)
}
const toDigits = async (behind: Behind = {}) => {
  const desk = await open(behind)
  await check()
  return desk
}
const asked = ({ office }: ToldDesk) => office.wire.requestsOf('card/setServicePassword')
const onThePhone = () => JSON.stringify([...phone.storage.values()])

test('what it is for, the check of its own purpose, six digits twice, and it is set', async () => {
  const desk = await open()
  expect(heading()).toBe('设一组电话服务密码')
  says('打 028-12333 临时挂失、解挂时，电话里会问')
  await check()
  expect(desk.office.wire.requestsOf('session/beginVerification')).toEqual([{ subject: { purpose: 'setPassword', cardId: 'card-1' } }])
  expect(heading()).toBe('输两遍，要一样')
  typeBoth('274951')
  await tap('设好')
  expect(asked(desk)).toMatchObject([{ cardId: 'card-1', verificationId: 'check-1', password: '274951' }])
  expect(heading()).toBe('电话服务密码设好了')
  says('打 028-12333 时用。别告诉别人。')
})

test('is nowhere on the phone, before it is set and after', async () => {
  await toDigits()
  typeBoth('274951')
  expect(onThePhone()).not.toContain('274951')
  await tap('设好')
  expect(onThePhone()).not.toContain('274951')
})

test('what was typed is hidden, is digits alone, and no more than six', async () => {
  await toDigits()
  type('新密码，六个数字', '２7 a49')
  says('输了 4 个，还差 2 个')
  type('新密码，六个数字', '27495188')
  const field = screen.getByLabelText<HTMLInputElement>('新密码，六个数字')
  expect([field.value, field.type, field.autocomplete]).toEqual(['274951', 'password', 'off'])
})

test('two that differ are said beside the field, and not sent', async () => {
  const desk = await toDigits()
  typeBoth('274951', '274952')
  expect(screen.getByRole('alert').textContent).toBe('两遍不一样，再输一遍')
  await tap('设好')
  expect(asked(desk)).toEqual([])
})

test.each(['123456', '654321', '888888', '121212'])('%s is said to be too easy before it is sent', async (simple) => {
  const desk = await toDigits()
  typeBoth(simple)
  expect(screen.getByRole('alert').textContent).toBe('太容易猜：别用连号、重复的数字')
  await tap('设好')
  expect(asked(desk)).toEqual([])
})

test('one that the server finds in the holder’s numbers is said beside the field, until it is another', async () => {
  const desk = await toDigits()
  desk.refuses = ['passwordTooSimple']
  typeBoth('198503')
  await tap('设好')
  expect(screen.getByRole('alert').textContent).toBe('太容易猜：别用身份证号、卡号里的数字')
  desk.refuses = undefined
  typeBoth('274951')
  expect(screen.queryByRole('alert')).toBeNull()
  await tap('设好')
  expect(heading()).toBe('电话服务密码设好了')
  expect(desk.passwords).toEqual(['274951'])
})

test('what is missing is said under the button', async () => {
  const desk = await toDigits()
  says('先输满六个数字，两遍')
  await tap('设好')
  expect(asked(desk)).toEqual([])
})

test('tapped twice it is set once', async () => {
  const desk = await toDigits()
  typeBoth('274951')
  const button = screen.getByRole('button', { name: '设好' })
  fireEvent.click(button)
  fireEvent.click(button)
  await pass()
  expect(asked(desk)).toHaveLength(1)
})

test('a lost answer is asked for again as the same one', async () => {
  const desk = await toDigits()
  typeBoth('274951')
  desk.office.wire.next('lost')
  await tap('设好')
  await pass(1_000)
  expect(heading()).toBe('电话服务密码设好了')
  expect(desk.passwords).toEqual(['274951'])
})

test('a check that no longer counts leads to another, and what was typed is gone', async () => {
  const desk = await toDigits()
  desk.refuses = ['verificationUsed']
  typeBoth('274951')
  await tap('设好')
  expect(heading()).toBe('密码没有设成')
  desk.refuses = undefined
  await tap('再核对一次')
  await tap('同意，开始演示核对')
  await tap('用这个结果继续')
  expect(screen.getByLabelText<HTMLInputElement>('新密码，六个数字').value).toBe('')
})

test('going back, and signing out, clear what was typed', async () => {
  await toDigits()
  typeBoth('274951')
  await tap('返回')
  await check()
  expect(screen.getByLabelText<HTMLInputElement>('新密码，六个数字').value).toBe('')
  typeBoth('274951')
  act(() => keepSession(undefined))
  expect(heading()).toBe('登录了才能查您的卡')
  expect(screen.queryByDisplayValue('274951')).toBeNull()
})

test('without a network nothing is set, and the retry sets it', async () => {
  const desk = await toDigits()
  typeBoth('274951')
  await setOnline(false)
  await tap('设好')
  expect(heading()).toBe('手机没连上网')
  await setOnline(true)
  await tap('再试一次')
  expect(desk.passwords).toEqual(['274951'])
})

test('a rule that says no says why', async () => {
  const desk = await toDigits()
  desk.refuses = ['cardCancelled']
  typeBoth('274951')
  await tap('设好')
  expect(heading()).toBe('这张卡已经注销')
})

test.each([
  ['a proxy', cardOnWire({ holder: { relation: 'proxy', maskedName: '示*' } }), '请本人来办'],
  ['a child', cardOnWire({ hindrances: { reportLoss: { reason: 'minorNeedsGuardian' } } }), '请监护人来办'],
  ['a guardian who has not agreed', cardOnWire({ hindrances: { reportLoss: { reason: 'guardianConsentNeeded' } } }), '请您先同意'],
  ['the holder of a cancelled card', cardOnWire({ state: 'cancelled' }), '这张卡已经注销'],
])('%s is told before any check', async (_who, card, words) => {
  await open({ card })
  expect(heading()).toBe(words)
})

test('“not now” goes back, and nobody is checked', async () => {
  const desk = await open()
  phone.pages = 2
  await tap('先不设')
  expect(phone.opened).toEqual(['back'])
  expect(desk.office.wire.requestsOf('session/beginVerification')).toEqual([])
})

test('a card that is not there says so', async () => {
  const office = await openOfficeWith()
  office.wire.on('card/get', () => {
    throw new Refused('notFound')
  })
  await showPage(ServicePasswordPage, { cardId: 'card-9' })
  expect(heading()).toBe('没有查到这张卡')
})

test('in elder mode and in English', async () => {
  await open({ mode: 'elder', language: 'en' })
  expect(heading()).toBe('Set a phone password')
  says('Staff will never ask you for it')
})
