import path from 'node:path'
import type { Browser } from 'playwright-core'
import { openCity, type City } from '../e2e/city'
import { openBrowser, openPage } from '../support/browser'
import { preview, Visitor } from './visitor'

jest.setTimeout(180_000)

let city: City
let browser: Browser
beforeAll(async () => {
  city = await openCity({ preview, counter: path.resolve(__dirname, '../../dist/counter') })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await city?.close()
})

const home = (visitor: Visitor) => visitor.goTo('/pages/home/index')
const step = async (visitor: Visitor, tap: string, words: string): Promise<void> => {
  await visitor.tapExactly(tap)
  await visitor.sees(words)
  expect(await visitor.barriers()).toEqual([])
}

/** What a member of staff does who has looked into it. */
const closeAtCounter = async (): Promise<void> => {
  const { page } = await openPage(browser, `${city.address}/counter`, { width: 1024, height: 768 })
  await page.getByLabel('工号').fill('demo-007')
  await page.getByLabel('密码').fill('demo-counter-007')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('button', { name: /示\*+.*0404/ }).click()
  await page.getByRole('radio', { name: '是本人办的', exact: true }).check()
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await page.getByRole('button', { name: '办理', exact: true }).click()
  await page.getByText('办好了').waitFor()
  await page.context().close()
}

test('who says that it was not them stops unhooking, reads how far it is, and is told once a counter has closed it', async () => {
  const visitor = await Visitor.arrive(browser, city.address)
  await visitor.signIn('示例公民丁', '微信')
  await visitor.sees('社保功能已挂失')
  await step(visitor, '挂失记录', '发生过什么')
  await step(visitor, '这次不是我办的', '这次挂失不是您办的？')
  await step(visitor, '不是我办的，提出来', '已经提出，正在查')
  await step(visitor, '看挂失记录', '提出“不是我办的”')

  await home(visitor)
  await step(visitor, '解挂', '正在查，先不能办')
  await home(visitor)
  await step(visitor, '消息', '有人提出“不是我办的”')
  await closeAtCounter()
  await home(visitor)
  // an answer is fresh for ten seconds: whoever comes back from a counter opens the app anew
  await visitor.page.reload()
  await visitor.sees('社保功能已挂失')
  await step(visitor, '解挂', '卡在我手里，解挂')
  await home(visitor)
  await step(visitor, '消息', '查清了：是本人办的')
  expect(visitor.complaints).toEqual([])
  await visitor.leave()
})
