import type { City } from '../e2e/city'
import { releaseLoss, reportLoss, signIn } from '../e2e/flows'
import type { Phone } from '../e2e/phone'
import { openPreview } from './preview'

const preview = openPreview()

const enter = async (...asked: Parameters<City['open']>): Promise<Phone> => {
  const phone = await preview.city.open(...asked)
  await signIn(phone)
  return phone
}

const historyInBrowser = async (name: string): Promise<string> => {
  const visitor = await preview.arrive(name)
  await visitor.sees('您的社保卡能正常用')
  await visitor.tap('挂失记录')
  await visitor.sees('发生过什么')
  const text = await visitor.page.locator('body').innerText()
  await visitor.leave()
  return text
}

describe('one card state, whichever door', () => {
  it('is reported in the WeChat build, unhooked in the Alipay build, and both stand in the browser’s history', async () => {
    const wechat = await enter('weapp', 'in-use')
    await reportLoss(wechat)
    expect(await wechat.text()).toContain('正式挂失，微信，本人')
    const alipay = await enter('alipay', 'in-use')
    await alipay.waitForText('社保功能已挂失')
    await releaseLoss(alipay)
    expect(await historyInBrowser('示例公民甲')).toMatch(/解挂[^]*支付宝，本人[^]*正式挂失[^]*微信，本人/)
    expect([...wechat.errors(), ...alipay.errors()]).toEqual([])
  })

  it('is reported in the Alipay build, unhooked in the WeChat build, and both stand in the browser’s history', async () => {
    const alipay = await enter('alipay', 'other-city')
    await reportLoss(alipay)
    expect(await alipay.text()).toContain('正式挂失，支付宝，本人')
    const wechat = await enter('weapp', 'other-city')
    await wechat.waitForText('社保功能已挂失')
    await releaseLoss(wechat)
    expect(await historyInBrowser('示例公民丑')).toMatch(/解挂[^]*微信，本人[^]*正式挂失[^]*支付宝，本人/)
    expect([...wechat.errors(), ...alipay.errors()]).toEqual([])
  })
})
