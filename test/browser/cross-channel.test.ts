import type { Browser } from 'playwright-core'
import { openCity, type City } from '../e2e/city'
import type { Phone } from '../e2e/phone'
import { openBrowser } from '../support/browser'
import { preview, Visitor } from './visitor'

jest.setTimeout(120_000)

let city: City
let browser: Browser
beforeAll(async () => {
  city = await openCity({ preview })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await city?.close()
})

const inAlipay = async (citizen: Parameters<City['open']>[1], name: string): Promise<Phone> => {
  const phone = await city.open('alipay', citizen)
  await phone.waitForText('先选一位演示公民')
  await phone.tapText(name)
  return phone
}

const passTheCheck = async (phone: Phone) => {
  await phone.tapText('同意，开始演示核对')
  await phone.waitForText('这次核对的结果是')
  await phone.tapText('用这个结果继续')
}

const report = async (phone: Phone) => {
  await phone.waitForText('卡丢了，去挂失')
  await phone.tapText('卡丢了，去挂失')
  await phone.waitForText('挂失以后会怎样')
  await phone.tapText('继续挂失')
  await passTheCheck(phone)
  await phone.waitForText('社保功能已挂失')
}

const unhook = async (phone: Phone) => {
  await phone.waitForText('卡找到了，去解挂')
  await phone.tapText('卡找到了，去解挂')
  await phone.waitForText('要解除这次挂失吗')
  await phone.tapText('卡在我手里，解挂')
  await passTheCheck(phone)
  await phone.waitForText('已经解挂')
}

const historyInBrowser = async (name: string): Promise<string> => {
  const visitor = await Visitor.arrive(browser, city.address)
  await visitor.signIn(name, '微信')
  await visitor.sees('您的社保卡能正常用')
  await visitor.tap('挂失记录')
  await visitor.sees('发生过什么')
  const text = await visitor.page.locator('body').innerText()
  expect(visitor.complaints).toEqual([])
  await visitor.leave()
  return text
}

describe('one card state, whichever door', () => {
  it('is reported in the WeChat build, unhooked in the Alipay build, and both stand in the browser’s history', async () => {
    const wechat = await city.open('weapp', 'in-use')
    await report(wechat)
    expect(await wechat.text()).toContain('正式挂失，微信，本人')
    const alipay = await inAlipay('in-use', '示例公民甲')
    await alipay.waitForText('社保功能已挂失')
    await unhook(alipay)
    expect(await historyInBrowser('示例公民甲')).toMatch(/解挂[^]*支付宝，本人[^]*正式挂失[^]*微信，本人/)
    expect([...wechat.errors(), ...alipay.errors()]).toEqual([])
  })

  it('is reported in the Alipay build, unhooked in the WeChat build, and both stand in the browser’s history', async () => {
    const alipay = await inAlipay('other-city', '示例公民丑')
    await report(alipay)
    expect(await alipay.text()).toContain('正式挂失，支付宝，本人')
    const wechat = await city.open('weapp', 'other-city')
    await wechat.waitForText('社保功能已挂失')
    await unhook(wechat)
    expect(await historyInBrowser('示例公民丑')).toMatch(/解挂[^]*微信，本人[^]*正式挂失[^]*支付宝，本人/)
    expect([...wechat.errors(), ...alipay.errors()]).toEqual([])
  })
})
