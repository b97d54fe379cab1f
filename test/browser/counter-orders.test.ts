import type { Page } from 'playwright-core'
import { barriersOn } from '../support/look/barriers'
import { act, againAtCounter, atCounter, cardOf, find, next, orderOf, press, slipOn, tickAll } from './counter-page'
import { openPreview } from './preview'

const preview = openPreview()

/** ID numbers of the demo city. */
const byPost = '000000197806240022'
const atOutlet = '000000196501180044'

const begin = async (page: Page, way: string): Promise<void> => {
  await page.getByRole('tab', { name: '补换卡', exact: true }).click()
  await page.getByRole('radio', { name: '损坏' }).check()
  await page.getByRole('radio', { name: way }).check()
}
const done = (page: Page) => slipOn(page).getByText('办好了').waitFor()
const stands = (page: Page, state: string) => orderOf(page).getByRole('heading', { name: state }).waitFor()
/** What outlets are called is not answered until this is called. */
const holdNames = async (page: Page): Promise<() => void> => {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => { open = resolve })
  await page.route('**/outlets/get', async (route) => {
    await opened
    await route.continue()
  })
  return open
}

const mail = async (page: Page, trackingNumber: string, newNumber = ''): Promise<void> => {
  await page.getByRole('tab', { name: '寄出', exact: true }).click()
  await page.getByLabel('新卡卡号').fill(newNumber)
  await page.getByLabel('快递单号').fill(trackingNumber)
  await press(page)
  await done(page)
  await next(page)
}

test('a new card that is collected: where, the form and the receipt as pages to print, made, put right, handed over', async () => {
  const { page, complaints } = await atCounter(preview.browser, preview.city.address)
  await find(page, atOutlet)
  await begin(page, '网点领')
  await page.getByRole('radio', { name: /本网点/ }).waitFor()
  expect(await page.getByRole('radio', { name: /本网点/ }).isChecked()).toBe(true)
  await page.getByLabel('找别的网点').fill('锦江')
  await page.getByLabel('找别的网点').press('Enter')
  await page.getByRole('radio', { name: /示例锦江社保经办网点/ }).check()
  await page.getByText('打印申请表').click()
  await page.getByLabel('持卡人身份证号，看原件录入').fill(byPost)
  await page.getByRole('button', { name: '打印', exact: true }).click()
  await page.getByText('对不上').waitFor()
  await page.getByLabel('持卡人身份证号，看原件录入').fill(atOutlet)
  const form = page.waitForEvent('popup')
  await page.getByRole('button', { name: '打印', exact: true }).click()
  await (await form).close()
  expect(await barriersOn(page)).toEqual([])
  await tickAll(page)
  const tellNames = await holdNames(page)
  await press(page)
  await done(page)
  // its id tells nobody anything
  expect(await orderOf(page).innerText()).toMatch(/领卡网点\s*…/)
  tellNames()
  await orderOf(page).getByText('示例锦江社保经办网点').waitFor()
  const receipt = page.waitForEvent('popup')
  await slipOn(page).getByRole('button', { name: '打印领卡凭证' }).click()
  await (await receipt).close()
  await next(page)
  await act(page, '开始制卡')
  await done(page)
  await next(page)
  await page.getByLabel('新卡卡号').fill('9903 0000 0000 0000 11')
  await page.getByLabel('发卡日期').fill('2026-11-20')
  const [made] = await Promise.all([page.waitForRequest('**/channel/moveOrder'), press(page)])
  expect(made.postDataJSON()).toMatchObject({ move: 'makeReady', newCardNumber: '990300000000000011', newIssuedOn: '2026-11-20' })
  await done(page)
  await next(page)
  await page.getByRole('tab', { name: '改号码' }).click()
  await page.getByLabel('新卡卡号').fill('510100000000000101')
  await press(page)
  expect(await page.getByRole('alert').innerText()).toContain('这个卡号不能用')
  await page.getByLabel('新卡卡号').fill('9903 0000 0000 0000 12')
  await press(page)
  await done(page)
  await next(page)
  await act(page, '发新卡')
  await page.getByRole('button', { name: '启用新卡' }).click()
  await page.getByText('电话密码，可以不设').waitFor()
  expect(await cardOf(page).innerText()).toContain('12')
  await act(page, '启用新卡')
  await done(page)
  // a browser complains of every refusal
  expect(complaints.filter((one) => !one.startsWith('Failed to load resource'))).toEqual([])
  await page.context().close()
})

test('a new card by mail: to a checked address that changes, mailed, come back, mailed again, delivered; and two at the same card', async () => {
  const { page } = await atCounter(preview.browser, preview.city.address)
  await find(page, byPost)
  await begin(page, '邮寄')
  await page.getByLabel('收件人').fill('示例收件人')
  await page.getByLabel('手机号').fill('1380000')
  await page.getByText('手机号 11 位').waitFor()
  await page.getByLabel('手机号').fill('13800000001')
  await page.getByLabel('区县').selectOption({ label: '武侯区' })
  await page.getByLabel('街道、门牌').fill('示例大道一百零一号')
  await tickAll(page)
  expect(await barriersOn(page)).toEqual([])
  await press(page)
  await done(page)
  expect(await orderOf(page).innerText()).toContain('四川省 成都市 武侯区 示例大道一百零一号')
  await next(page)

  // the session ends while somebody types: what was typed is there after signing in again
  await page.getByRole('tab', { name: '改寄送地址' }).click()
  await page.getByLabel('街道、门牌').fill('示例大道二百零二号')
  await tickAll(page)
  await page.context().clearCookies()
  await press(page)
  await againAtCounter(page)
  expect(await page.getByLabel('街道、门牌').inputValue()).toBe('示例大道二百零二号')
  // and so it is where the network is lost: pressed again it is done once
  await page.context().setOffline(true)
  await page.getByText('网络断了').waitFor()
  await press(page)
  await page.getByText('不会重复办').waitFor()
  await page.context().setOffline(false)
  await press(page)
  await done(page)
  expect(await orderOf(page).innerText()).toContain('示例大道二百零二号')
  await next(page)

  await mail(page, 'EX000000001CN', '9903 0000 0000 0000 21')
  await stands(page, '已寄出')
  const { page: other } = await atCounter(preview.browser, preview.city.address)
  await find(other, byPost)
  await act(page, '登记退件')
  await done(page)
  // whoever comes second is told, and sees how it stands now
  await other.getByRole('tab', { name: '登记签收' }).click()
  await press(other)
  await other.getByRole('alert').getByText('别人刚办过').waitFor()
  await stands(other, '退件')
  expect(await barriersOn(other)).toEqual([])
  await mail(other, 'EX000000002CN')
  await stands(other, '已寄出')
  await next(page)
  // the other has done it already, which is said, and nothing is done twice
  await page.getByRole('tab', { name: '寄出', exact: true }).click()
  await page.getByLabel('快递单号').fill('EX000000002CN')
  await press(page)
  await slipOn(page).getByText('先前已经办好').waitFor()
  await next(page)
  await act(page, '登记签收')
  await page.getByRole('button', { name: '启用新卡' }).waitFor()
  await stands(page, '已领，还没启用')
  await other.context().close()
  await page.context().close()
})

test('what waits is found by where it stands, with the arrows of the keyboard as well', async () => {
  const { page } = await atCounter(preview.browser, preview.city.address)
  expect(await page.getByLabel('社保卡号或身份证号').evaluate((field) => field === document.activeElement)).toBe(true)
  await page.getByRole('tab', { name: '等受理' }).press('ArrowRight')
  expect(await page.getByRole('tab', { name: '等补正' }).getAttribute('aria-selected')).toBe('true')
  expect(await page.getByRole('tab', { name: '等补正' }).evaluate((tab) => tab === document.activeElement)).toBe(true)
  await page.getByRole('tab', { name: '等补正' }).press('ArrowLeft')
  await page.getByRole('tab', { name: '等受理' }).press('ArrowLeft')
  expect(await page.getByRole('tab', { name: '邮寄' }).getAttribute('aria-selected')).toBe('true')
  await page.getByRole('button', { name: 'English' }).click()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await page.context().close()
})
