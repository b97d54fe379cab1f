import { screen } from '@testing-library/react'
import { keepSession } from '@/features/session/store'
import SignInPage from '@/pages/sign-in/index'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { heading, openOfficeWith, showPage, tap } from '../support/wire/pages'

let code = async (): Promise<{ kind: 'wechat'; code: string }> => ({ kind: 'wechat', code: 'code-1' })
let wantsConsent = false
jest.mock('@/platform/build', () => ({ apiBase: '', cloudCalls: false, cloudEnv: '', sandbox: false }))
jest.mock('@/platform/sign-in-code', () => ({ takeCode: () => code() }))
jest.mock('@/platform/privacy', () => ({ needsPrivacyConsent: async () => wantsConsent, openPrivacyNotice: () => undefined, onPrivacyAsked: () => undefined }))

beforeEach(() => {
  jest.useFakeTimers()
  code = async () => ({ kind: 'wechat', code: 'code-1' })
  wantsConsent = false
})
afterEach(() => jest.useRealTimers())

const arrive = async () => {
  const office = await openOfficeWith()
  keepSession(undefined)
  office.wire.asked.length = 0
  phone.pages = 2
  await showPage(SignInPage)
  return office
}

test('one tap agrees and signs in whoever holds the phone, without a list of anyone', async () => {
  const office = await arrive()
  await tap('同意，去登录')
  await pass()
  expect(office.wire.asked.map(({ name }) => name)).toEqual(['session/signIn'])
  expect(office.wire.requestsOf('session/signIn')).toEqual([{ proof: { kind: 'wechat', code: 'code-1' } }])
  expect(phone.opened).toEqual(['back'])
  expect(phone.storage.get('session')).not.toHaveProperty('citizen')
})

test('somebody not known yet says first who they are', async () => {
  const office = await arrive()
  office.account = { bound: false }
  await tap('同意，去登录')
  await pass()
  expect(phone.opened).toEqual(['replace /pages/bind/index'])
})

test('a platform that gives no code, or a lost answer, leaves nobody signed in, and the same tap tries again', async () => {
  const office = await arrive()
  code = () => Promise.reject(new Error('login:fail'))
  await tap('同意，去登录')
  await pass()
  expect(screen.getByRole('alert').textContent).toContain('没有登录成功')
  expect(office.wire.asked).toEqual([])
  code = async () => ({ kind: 'wechat', code: 'code-2' })
  office.wire.next('lost')
  await tap('同意，去登录')
  await pass()
  expect(phone.storage.has('session')).toBe(false)
  await tap('同意，去登录')
  await pass()
  expect(phone.opened).toEqual(['back'])
})

test('where the platform has a notice of its own, that is read and agreed to in the same place', async () => {
  wantsConsent = true
  await arrive()
  expect(screen.getByRole('button', { name: '看微信的隐私保护指引' })).toBeTruthy()
  expect(heading()).toBe('先说清楚用您哪些信息')
})
