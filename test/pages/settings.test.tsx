import { screen } from '@testing-library/react'
import { keepSession, session } from '@/features/session/store'
import SettingsPage from '@/pages/settings/index'
import { phone } from '../support/taro/phone'
import { heading, openOfficeWith, showPage, tap } from '../support/wire/pages'
import { DataDesk } from '../support/wire/person'

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T10:30:00+08:00') }))
afterEach(() => jest.useRealTimers())

const openSettings = async (behind: Parameters<typeof openOfficeWith>[0] = {}) => {
  const desk = new DataDesk(await openOfficeWith(behind))
  await showPage(SettingsPage)
  return desk
}

test('who is signed in, masked, and since when', async () => {
  await openSettings()
  for (const words of ['现在是谁在用', '示*甲', '2026年1月5日起']) expect(screen.getByText(words)).toBeTruthy()
})

test('one’s family, one’s data and the notice are one tap away', async () => {
  await openSettings()
  await tap('我的家人 孩子的卡、请人替您办')
  await tap('我的信息 看、拿走、解除登记、删除')
  await tap('个人信息怎么用 留着什么、多久、给谁')
  expect(phone.opened).toEqual(['/pages/family/index', '/pages/my-data/index', '/pages/privacy/index'])
})

test('an account that is nobody’s names nobody', async () => {
  const office = await openOfficeWith()
  new DataDesk(office).bound = false
  await showPage(SettingsPage)
  expect(screen.getByText('现在是谁在用')).toBeTruthy()
  expect(screen.queryByText('示*甲')).toBeNull()
})

test('signed out there is nobody to name, and the notice is there all the same', async () => {
  const office = await openOfficeWith()
  keepSession(undefined)
  await showPage(SettingsPage)
  expect(screen.queryByText('现在是谁在用')).toBeNull()
  expect(screen.getByRole('button', { name: '个人信息怎么用 留着什么、多久、给谁' })).toBeTruthy()
  expect(office.wire.requestsOf('session/account')).toEqual([])
})

test('signing out forgets whoever it was and goes home', async () => {
  await openSettings()
  await tap('退出登录')
  expect(session.get()).toBeUndefined()
  expect(phone.opened).toEqual(['relaunch /pages/home/index'])
})

test('in English, in elder mode', async () => {
  await openSettings({ mode: 'elder', language: 'en' })
  expect(heading()).toBe('Easy on the eyes')
  expect(screen.getByRole('button', { name: 'My data See, take, unlink, delete' })).toBeTruthy()
  expect(screen.getByText('Since 5 Jan 2026')).toBeTruthy()
})
