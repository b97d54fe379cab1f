import type { Browser, Locator, Page } from 'playwright-core'
import { openPage } from '../support/browser'
import { barriersOn } from '../support/look/barriers'

const signIn = async (page: Page): Promise<void> => {
  await page.getByLabel('密码').fill('demo-counter-007')
  await page.getByRole('button', { name: '登录' }).click()
}

/** A demo member of staff before the page; `complaints` are what went wrong in it. */
export const atCounter = async (browser: Browser, address: string, size = { width: 1024, height: 768 }): Promise<{ page: Page; complaints: string[] }> => {
  // nobody is signed in yet, which the page asks first
  const opened = await openPage(browser, `${address}/counter`, size)
  const { page } = opened
  await page.getByLabel('工号').fill('demo-007')
  await page.getByLabel('密码').fill('demo-counter-007')
  expect(await barriersOn(page)).toEqual([])
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '找卡' }).waitFor()
  return opened
}

/** Signs in again where the page asks for it over what was being done. */
export const againAtCounter = async (page: Page): Promise<void> => {
  await page.getByText('登录已过期').waitFor()
  expect(await page.getByLabel('密码').evaluate((field) => field === document.activeElement)).toBe(true)
  await signIn(page)
  await page.getByText('登录已过期').waitFor({ state: 'detached' })
}

export const find = async (page: Page, number: string): Promise<void> => {
  await page.getByLabel('社保卡号或身份证号').fill(number)
  await page.getByRole('button', { name: '查卡' }).click()
  await page.getByRole('heading', { name: '办理记录' }).waitFor()
}

export const tickAll = async (page: Page): Promise<void> => {
  for (const box of await page.getByRole('checkbox').all()) await box.check()
}

export const press = (page: Page): Promise<void> => page.getByRole('button', { name: '办理', exact: true }).click()

export const act = async (page: Page, task: string): Promise<void> => {
  await page.getByRole('tab', { name: task, exact: true }).click()
  await tickAll(page)
  await press(page)
}

export const slipOn = (page: Page): Locator => page.locator('.slip')
export const cardOf = (page: Page): Locator => page.locator('.card')
/** The order of a new card, as the page shows it. */
export const orderOf = (page: Page): Locator => page.getByRole('article', { name: '新卡', exact: true })

export const next = (page: Page): Promise<void> => page.getByRole('button', { name: '接着办' }).click()
