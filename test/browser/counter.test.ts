import { openPage } from '../support/browser'
import { barriersOn } from '../support/look/barriers'
import { act, atCounter as enter, cardOf, find, next, slipOn, tickAll } from './counter-page'
import { openPreview } from './preview'

const preview = openPreview()

const atCounter = () => enter(preview.browser, preview.city.address)

/** ID numbers of the demo city. */
const inUse = '00000019850312001X'
const ofOld = '000000196501180044'

test('staff find a card by its holder’s ID card, report its loss with the papers seen, and release it with the card', async () => {
  const { page } = await atCounter()
  await find(page, inUse)
  await page.getByRole('button', { name: '还差 3 项' }).waitFor()
  expect(await barriersOn(page)).toEqual([])
  await act(page, '挂失')
  await page.getByText('好了', { exact: false }).first().waitFor()
  const slip = slipOn(page)
  expect(await slip.innerText()).toMatch(/GS\d{6}/)
  expect(await slip.innerText()).not.toContain(inUse)
  expect(await barriersOn(page)).toEqual([])
  await next(page)
  // the same again changes nothing, and says so
  await act(page, '挂失')
  await page.getByText('先前已经办好').waitFor()
  await next(page)
  await act(page, '解挂')
  await page.getByText('办好了').waitFor()
  expect(await cardOf(page).innerText()).toMatch(/正常(?![^]*GS)/)
  await page.context().close()
})

test('a proxy acts with both ID cards, and is named in what happened', async () => {
  const { page } = await atCounter()
  await find(page, inUse)
  await page.getByRole('radio', { name: '代办人' }).check()
  await page.getByLabel('姓名').fill('示例公民壬')
  await page.getByLabel('身份证号', { exact: true }).fill('000000198307300099')
  await act(page, '挂失')
  await page.getByText('办好了').waitFor()
  await page.getByText('示****（代办人）').first().waitFor()
  await next(page)
  await act(page, '解挂')
  await page.context().close()
})

test('a password is typed twice, and one that anybody would guess is refused before it is sent', async () => {
  const { page } = await atCounter()
  await find(page, inUse)
  await page.getByRole('tab', { name: '设电话密码' }).click()
  await page.getByLabel('六位数字').fill('123456')
  await page.getByText('太容易猜').waitFor()
  await page.getByLabel('六位数字').fill('730914')
  await page.getByLabel('再输一遍').fill('730915')
  await page.getByText('两遍不一样').waitFor()
  await page.getByLabel('再输一遍').fill('730914')
  await act(page, '设电话密码')
  await page.getByText('办好了').waitFor()
  await page.context().close()
})

test('what the rules refuse is said in words', async () => {
  const { page } = await atCounter()
  await find(page, '000000198307300099')
  await act(page, '补换卡')
  expect(await page.getByRole('alert').innerText()).toContain('正式挂失')
  await page.getByRole('button', { name: '办完，下一位' }).click()
  await find(page, ofOld)
  await page.getByRole('tab', { name: '解挂', exact: true }).click()
  await page.getByText(/现在不能办: 这里不能解挂 · 到这里办 .*微信/).waitFor()
  await page.context().close()
})

test('a new card: accepted with its receipt, made, handed over for the old one, and activated', async () => {
  const { page } = await atCounter()
  await find(page, ofOld)
  await page.getByRole('tab', { name: '补换卡', exact: true }).click()
  await page.getByRole('radio', { name: '损坏' }).check()
  await page.getByLabel('社保卡本卡').waitFor()
  await tickAll(page)
  await page.getByRole('button', { name: '办理', exact: true }).click()
  await slipOn(page).getByRole('button', { name: '打印领卡凭证' }).waitFor()
  expect(await barriersOn(page)).toEqual([])
  await next(page)
  // the next step is the one that its state suggests
  await page.getByLabel('新卡卡号').fill('9903 0000 0000 0000 01')
  await page.getByRole('button', { name: '办理', exact: true }).click()
  await page.getByText('做好了，等领卡').first().waitFor()
  await next(page)
  // nobody holds it in mind: whoever comes to collect is found in the list
  await page.getByRole('button', { name: '办完，下一位' }).click()
  await page.getByRole('tab', { name: '等领卡' }).click()
  await page.getByRole('button', { name: /做好了，等领卡/ }).first().waitFor()
  expect(await barriersOn(page)).toEqual([])
  await find(page, ofOld)
  await page.getByLabel('领卡凭证').waitFor()
  await act(page, '发新卡')
  await page.getByRole('button', { name: '启用新卡' }).click()
  await page.getByText('电话密码，可以不设').waitFor()
  expect(await barriersOn(page)).toEqual([])
  await act(page, '启用新卡')
  await page.getByText('办好了').waitFor()
  expect(await cardOf(page).innerText()).toContain('正常')
  await page.context().close()
})

test('nothing of a citizen is left for the next one, nor after leaving', async () => {
  const { page } = await atCounter()
  await find(page, inUse)
  await page.getByRole('button', { name: '办完，下一位' }).click()
  expect(await page.locator('body').innerText()).not.toContain('示****')
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage, cookie: document.cookie }))).toBe('{"cookie":""}')
  await page.getByRole('button', { name: '离开，锁屏' }).click()
  await page.getByLabel('工号').waitFor()
  await page.reload()
  await page.getByLabel('工号').waitFor()
  await page.context().close()
})

test('a wrong password lets nobody in, and a session that has ended asks for it again', async () => {
  const { page } = await openPage(preview.browser, `${preview.city.address}/counter/`, { width: 375, height: 667 })
  await page.getByLabel('工号').fill('demo-007')
  await page.getByLabel('密码').fill('wrong')
  await page.getByRole('button', { name: '登录' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('工号或密码不对')
  await page.getByLabel('密码').fill('demo-counter-007')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '找卡' }).waitFor()
  await page.context().clearCookies()
  await page.getByLabel('社保卡号或身份证号').fill(inUse)
  await page.getByRole('button', { name: '查卡' }).click()
  await page.getByText('请重新登录').waitFor()
  await page.getByRole('button', { name: '不办了，清掉' }).click()
  await page.getByRole('heading', { name: '社保卡柜台' }).waitFor()
  await page.context().close()
})
