import { screen } from '@testing-library/react'
import { dataClasses, keptFor } from '@/domain/retention'
import { familyCopyIn } from '@/copy/family'
import { day } from '@/domain/units'
import { privacyNotice } from '@/features/privacy/notice'
import { keepSession } from '@/features/session/store'
import PrivacyPage from '@/pages/privacy/index'
import { phone } from '../support/taro/phone'
import { heading, openOfficeWith, showPage, tap } from '../support/wire/pages'

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T10:30:00+08:00') }))
afterEach(() => jest.useRealTimers())

const says = (words: string | RegExp) => expect(screen.getByText(words)).toBeTruthy()

const year = 365 * day

test('is read without signing in, and says its day', async () => {
  await openOfficeWith()
  keepSession(undefined)
  await showPage(PrivacyPage)
  expect(heading()).toBe('您的信息，只用来办社保卡')
  expect(privacyNotice).toBe('2026-11-25')
  says('这份说明从 2026年11月25日起。内容变了，会再请您看。')
})

test.each(dataClasses)('%s is kept as long as the code keeps it', async (data) => {
  const { kept, keptFor: said } = familyCopyIn('zh')
  await openOfficeWith()
  await showPage(PrivacyPage)
  says(kept[data].what)
  says(`为什么：${kept[data].why}`)
  const ms = keptFor[data]
  const span = ms === null ? said.always : said[data](ms % year === 0 ? `${ms / year} 年` : `${ms / day} 天`)
  expect(screen.getAllByText(`留多久：${span}`).length).toBeGreaterThan(0)
})

test('who else gets it, the face, children, one’s rights and where the buttons are', async () => {
  await openOfficeWith()
  await showPage(PrivacyPage)
  for (const words of ['发卡银行只看自己发的卡的状态：账户挂失要您自己打给银行', '我们只收到“通过”或“没通过”', '不想刷脸，可以打电话，或者去网点', '不满 14 岁：监护人同意了，才在这里办']) says(words)
  await tap('去“我的信息” 看、拿走、解除登记、删除')
  await tap('去“我的家人” 收回同意、停止委托')
  await tap('有话要问，打热线，电话 028-12333')
  expect(phone.opened).toEqual(['/pages/my-data/index', '/pages/family/index'])
  expect(phone.called).toEqual(['028-12333'])
})

test('in elder mode one thing is open at a time', async () => {
  await openOfficeWith({ mode: 'elder' })
  await showPage(PrivacyPage)
  expect(screen.queryByText('我们只收到“通过”或“没通过”')).toBeNull()
  await tap('人脸 我们看不到、不保存')
  expect(heading()).toBe('人脸')
  says('我们只收到“通过”或“没通过”')
  await tap('看其他的')
  expect(heading()).toBe('您的信息，只用来办社保卡')
})

test('in English', async () => {
  await openOfficeWith({ language: 'en' })
  await showPage(PrivacyPage)
  says('How long: 3 years after you withdraw it')
  says('Under 14: a guardian agrees before anything is done here')
})
