import type { Browser } from 'playwright-core'
import { newKioskId, newReadablePassword, type Repository } from '../../cloudfunctions/repository'
import { configFrom } from '../../cloudfunctions/runtime/config'
import { openServices } from '../../cloudfunctions/runtime/services'
import { demoCitizens } from '../../cloudfunctions/session/demo-citizens'
import { openCity, type City } from '../e2e/city'
import { openBrowser } from '../support/browser'
import { Visitor } from './visitor'

jest.setTimeout(240_000)

let city: City
let browser: Browser
let repository: Repository
let kioskId: string
let visitor: Visitor

beforeAll(async () => {
  city = await openCity()
  browser = await openBrowser()
  repository = openServices({ ...(await configFrom(city.environment)), logLevel: 'silent' }).repository
  visitor = await Visitor.arrive(browser, `${city.address}/#/pages/kiosk/index`, { width: 1024, height: 768 })
})
afterAll(async () => {
  await repository?.close()
  await browser?.close()
  await city?.close()
})

const newCode = async (): Promise<string> => {
  kioskId = newKioskId()
  const code = newReadablePassword()
  expect(await repository.kiosks.add({ kioskId, outletId: 'chengdu.example', city: 'chengdu' }, code, 60_000)).toBe(true)
  return code
}

type CitizenId = (typeof demoCitizens)[number]['id']
const citizen = (id: CitizenId) => demoCitizens.find((one) => one.id === id) ?? demoCitizens[0]

/** What the program around the browser tells of its readers. */
const tell = (name: string, detail?: object) => visitor.page.evaluate(([event, told]) => void window.dispatchEvent(new CustomEvent(event as string, { detail: told })), [name, detail] as const)
const put = (id: CitizenId) => tell('idcardread', { name: citizen(id).name, idNumber: citizen(id).idNumber })

const type = (code: string) => visitor.page.getByRole('textbox', { name: '登记码' }).fill(code)
const isUsable = async () => expect(await visitor.barriers()).toEqual([])
const startWords = '60 秒没人动就退出'

/** What the browser keeps that a script can read, and every word and address of its pages, also those that are not in front. */
const kept = () => visitor.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, document.body.innerHTML]))
const isNobodys = async (...people: CitizenId[]) => {
  await visitor.sees(startWords)
  const found = await kept()
  for (const id of people) {
    expect(found).not.toContain(citizen(id).idNumber)
    expect(found).not.toContain(citizen(id).cardNumbers[0].slice(-4))
  }
  expect(await visitor.page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
  expect((await visitor.page.context().cookies()).map(({ name, httpOnly }) => [name, httpOnly])).toEqual([['kiosk', true]])
}

const leave = async (...people: CitizenId[]) => {
  await visitor.tapExactly('退出')
  await isNobodys(...people)
}
/** After leaving, back leads to nothing of anyone's. */
const leaveAndGoBack = async (...people: CitizenId[]) => {
  await leave(...people)
  await visitor.page.goBack()
  await isNobodys(...people)
}

test('a wrong code is refused in words, a real one makes the browser a terminal, and is used up', async () => {
  await visitor.sees('输入登记码')
  await isUsable()
  await type('none-such')
  await visitor.tapExactly('登记')
  await visitor.sees('这个码不能用')
  const code = await newCode()
  await type(code)
  await visitor.tapExactly('登记')
  await visitor.sees('登记好了')
  await visitor.tapExactly('打开首页')
  await visitor.sees(startWords)
  await isUsable()
  expect(await repository.kiosks.enrol(code)).toBeNull()
})

test('it is one after a restart too, with nobody’s data before an ID card', async () => {
  const asked: string[] = []
  visitor.page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await visitor.page.reload()
  await visitor.sees(startWords)
  await visitor.tap('补卡换卡')
  await visitor.sees('身份证原件')
  await isUsable()
  await visitor.tapExactly('退出')
  await isNobodys()
  expect(asked.filter((path) => /^\/(card|person)\//.test(path) || path === '/session/signIn')).toEqual([])
})

test('a loss is reported: a tile, the ID card, one confirmation', async () => {
  await visitor.tap('卡丢了')
  await visitor.sees(/放上身份证，就是同意/)
  await isUsable()
  await put('in-use')
  await visitor.tap('知道了，继续')
  await visitor.sees('现在挂失这张卡吗？')
  await isUsable()
  await visitor.tapExactly('挂失这张卡')
  await visitor.sees('社保功能已挂失')
  await visitor.sees(/自助机/)
  await isUsable()
  await leaveAndGoBack('in-use')
})

test('it is unhooked by the card on the reader, and by no other', async () => {
  await put('in-use')
  await visitor.sees('身份证读好了')
  await isUsable()
  await visitor.tapExactly('同意并开始')
  await visitor.tap('找到了')
  await visitor.tap('卡在我手里，解挂')
  await visitor.sees('把社保卡放上来')
  await isUsable()
  await tell('idcardremoved')
  await tell('socialcardread', { cardNumber: citizen('temporarily-lost').cardNumbers[0] })
  await visitor.sees('没有核对上')
  await visitor.tapExactly('再放一次')
  await tell('socialcardread', { cardNumber: citizen('in-use').cardNumbers[0] })
  await visitor.sees('已经解挂')
  await leaveAndGoBack('in-use')
})

test('a report made on a phone is not unhooked here, and it is said where', async () => {
  await visitor.tap('找到了')
  await put('lost-by-wechat')
  await visitor.sees('这次要换个地方解挂')
  await isUsable()
  await leaveAndGoBack('lost-by-wechat')
})

const typeDigits = async (digits: string) => {
  for (const digit of digits) await visitor.page.getByRole('button', { name: digit, exact: true }).locator('visible=true').last().click()
}
const newCardOf = (id: 'card-ready' | 'card-collected') => demoCitizens.flatMap((one) => (one.id === id ? [one.newCardNumber] : []))[0] ?? ''

test('whose new card waits sees how far it is, and the receipt to photograph', async () => {
  await visitor.tap('补卡换卡')
  await visitor.sees('这台机器不收补卡、换卡的申请。')
  await put('card-ready')
  await visitor.tapExactly('同意并开始')
  await visitor.sees('新卡可以领了')
  await isUsable()
  await visitor.tap('出示领卡凭证')
  await visitor.sees(/用手机拍下来/)
  await isUsable()
  await leaveAndGoBack('card-ready')
})

test('a new card is activated: the card on the reader, a password by keys on the screen, and nothing of it stays', async () => {
  await put('card-collected')
  await visitor.tapExactly('同意并开始')
  await visitor.tap('启用新卡')
  await visitor.sees('在这台机器上就能启用，大约两分钟')
  await isUsable()
  await visitor.tap('启用社保功能')
  await visitor.sees('把社保卡放上来')
  await isUsable()
  await tell('idcardremoved')
  await tell('socialcardread', { cardNumber: citizen('card-collected').cardNumbers[0] })
  await visitor.sees('没有核对上')
  await visitor.tapExactly('再放一次')
  await tell('socialcardread', { cardNumber: newCardOf('card-collected') })
  await visitor.sees('设电话服务密码')
  await isUsable()
  await typeDigits('482915')
  await visitor.tapExactly('下一步')
  await visitor.sees('再输一遍')
  await typeDigits('482915')
  expect(await kept()).not.toContain('482915')
  await visitor.tapExactly('设好，启用')
  await visitor.sees('社保功能能用了')
  await isUsable()
  await leaveAndGoBack('card-collected')
})

test('a second person sees nothing of the first, whose session is over', async () => {
  await visitor.tap('查状态')
  await put('lost-at-counter')
  await visitor.sees('尾号 0505')
  await put('two-cards')
  await visitor.sees('身份证读好了')
  expect(await kept()).not.toContain('0505')
  await visitor.tapExactly('同意并开始')
  await visitor.sees('尾号 1212')
  expect(await visitor.text()).not.toContain('0505')
  await leave('lost-at-counter', 'two-cards')
})

test('whoever walks away is asked, and then nothing of them is left', async () => {
  await visitor.page.clock.install()
  await visitor.page.reload()
  await visitor.sees(startWords)
  await visitor.tap('查状态')
  await put('temporarily-lost')
  await visitor.sees('尾号 0202')
  await visitor.page.clock.runFor(61_000)
  await visitor.page.getByText('您还在吗？').waitFor()
  await isUsable()
  await visitor.page.clock.runFor(11_000)
  await visitor.page.clock.runFor(1_000)
  await isNobodys('temporarily-lost')
})

test('a terminal that was revoked serves nobody any more', async () => {
  expect(await repository.kiosks.revoke(kioskId)).toBe(true)
  await visitor.tap('查状态')
  await put('in-use')
  await visitor.sees('这台机器停用了')
  await isUsable()
})
