import { fireEvent, screen } from '@testing-library/react'
import type { DataOf } from '@/contract'
import { privacyNotice } from '@/features/privacy/notice'
import { keepSession } from '@/features/session/store'
import SignInPage from '@/pages/sign-in/index'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { heading, openOfficeWith, showPage, tap } from '../support/wire/pages'
import { Refused } from '../support/wire/wire'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

const citizens: DataOf<'session/demoCitizens'>['citizens'] = [
  { id: 'in-use', name: '示例公民甲', note: '社保卡正常使用', idNumber: '00000019850312001X', cardNumbers: ['510100000000000101'] },
  { id: 'newcomer', name: '示例公民卯', note: '还没有绑定身份', idNumber: '000000199404160168', cardNumbers: [], newcomer: true },
]

const arrive = async (behind: Parameters<typeof openOfficeWith>[0] = {}) => {
  const office = await openOfficeWith(behind)
  office.wire.on('session/demoCitizens', () => ({ citizens }))
  keepSession(undefined)
  office.wire.asked.length = 0
  phone.pages = 2
  const { container } = await showPage(SignInPage)
  return { office, container }
}

test('first it says what is kept, why and how long; nothing is asked of anyone before that is agreed to', async () => {
  const { office } = await arrive()
  expect(heading()).toBe('先说清楚用您哪些信息')
  for (const words of ['记什么', '为什么', '存多久', '给谁']) expect(screen.getByText(words)).toBeTruthy()
  expect(office.wire.asked).toEqual([])
  expect(phone.storage.has('session')).toBe(false)
  await tap('看完整的个人信息说明')
  expect(phone.opened).toEqual(['/pages/privacy/index'])
})

test('who does not agree goes back to where they were, and nobody is signed in', async () => {
  const { office } = await arrive()
  await tap('不同意，先不登录')
  expect(phone.opened).toEqual(['back'])
  expect(office.wire.asked).toEqual([])
})

test('then one of the demo citizens, through one of the doors, and back to where one was going', async () => {
  const { office } = await arrive()
  await tap('同意，去登录')
  expect(heading()).toBe('先选一位演示公民')
  await tap(/^支付宝/, 'radio')
  await tap(/示例公民甲/)
  await pass()
  expect(office.wire.requestsOf('session/signIn')).toEqual([{ proof: { kind: 'sandbox', citizen: 'in-use', door: 'alipay' } }])
  expect(phone.storage.get('session')).toMatchObject({ citizen: 'in-use', door: 'alipay', notice: privacyNotice })
  expect(phone.opened).toEqual(['back'])
})

test('one whose account is nobody’s yet says first who they are; the number to try it with is there', async () => {
  const { office } = await arrive()
  office.account = { bound: false }
  await tap('同意，去登录')
  expect(screen.getByText('还没有绑定身份。身份证号 000000199404160168')).toBeTruthy()
  await tap(/示例公民卯/)
  await pass()
  expect(phone.opened).toEqual(['replace /pages/bind/index'])
})

test('tapped twice, one is signed in once', async () => {
  const { office } = await arrive()
  await tap('同意，去登录')
  const citizen = screen.getByRole('button', { name: /示例公民甲/ })
  fireEvent.click(citizen)
  fireEvent.click(citizen)
  await pass()
  expect(office.wire.requestsOf('session/signIn')).toHaveLength(1)
  expect(phone.opened).toEqual(['back'])
})

test('a sign-in that fails says why, and can be tried again', async () => {
  const { office } = await arrive()
  await tap('同意，去登录')
  office.wire.next('neverSent')
  await tap(/示例公民甲/)
  await pass()
  expect(screen.getByRole('alert').textContent).toContain('没有连上')
  await tap(/示例公民甲/)
  await pass()
  expect(phone.opened).toEqual(['back'])
})

test('no demo citizens: nothing is invented', async () => {
  const { office } = await arrive()
  office.wire.on('session/demoCitizens', () => ({ citizens: [] }))
  await tap('同意，去登录')
  expect(heading()).toBe('没有演示公民')
})

test('another citizen is one tap away for who has agreed already, then home', async () => {
  const office = await openOfficeWith()
  office.wire.on('session/demoCitizens', () => ({ citizens }))
  await showPage(SignInPage)
  expect(heading()).toBe('先选一位演示公民')
  await tap(/示例公民甲/)
  await pass()
  expect(phone.opened).toEqual(['relaunch /pages/home/index'])
})

test.each(['zh', 'en'] as const)('in elder mode and in %s it reads the same', async (language) => {
  const { container } = await arrive({ mode: 'elder', language })
  expect(container.querySelector('.t-elder')).not.toBeNull()
  if (language === 'en') expect(container.textContent).not.toMatch(/[\u4e00-\u9fff]/)
})

test('the server that takes no demo citizens says so', async () => {
  const { office } = await arrive()
  office.wire.on('session/signIn', () => {
    throw new Refused('proofRefused')
  })
  await tap('同意，去登录')
  await tap(/示例公民甲/)
  await pass()
  expect(screen.getByRole('alert').textContent).toContain('没有登录成功')
})
