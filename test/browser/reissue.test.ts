import type { Browser } from 'playwright-core'
import { openCity, type City } from '../e2e/city'
import { openBrowser } from '../support/browser'
import { preview, Visitor } from './visitor'

jest.setTimeout(180_000)

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

const toHappened = async (name: string): Promise<Visitor> => {
  const visitor = await Visitor.arrive(browser, city.address)
  await visitor.signIn(name, '微信')
  await visitor.tapExactly('补卡换卡')
  await visitor.sees('发生了什么？')
  expect(await visitor.barriers()).toEqual([])
  return visitor
}

const fill = (visitor: Visitor, label: string, words: string): Promise<void> =>
  visitor.page.locator(`input[aria-label="${label}"], [aria-label="${label}"] input`).locator('visible=true').last().fill(words)

const apply = async (visitor: Visitor): Promise<void> => {
  await visitor.tap('核对身份，提交')
  await visitor.tap('同意，开始演示核对')
  await visitor.tap('用这个结果继续')
  await visitor.sees('申请交上去了')
  expect(await visitor.barriers()).toEqual([])
}

const leave = async (visitor: Visitor): Promise<void> => {
  expect(visitor.complaints).toEqual([])
  await visitor.leave()
}

describe('a new card in the browser', () => {
  it('is applied for by mail: from what happened to the order', async () => {
    const visitor = await toHappened('示例公民甲')
    await visitor.tap('卡坏了，机器读不出来')
    await visitor.sees('怎么拿到新卡')
    expect(await visitor.barriers()).toEqual([])
    // the last of the ways: by mail
    await visitor.page.getByRole('button', { name: '在这里申请' }).locator('visible=true').last().click()
    await visitor.sees('寄到哪里？')
    await fill(visitor, '收件人', '示例公民甲')
    await fill(visitor, '手机号', '138-0000-0000')
    await visitor.tap('省、市、区')
    await visitor.tapExactly('武侯区')
    await visitor.sees('四川省 成都市 武侯区')
    await fill(visitor, '街道、门牌号', '示例路 1 号')
    expect(await visitor.barriers()).toEqual([])
    await visitor.tap('下一步')
    await visitor.sees('旧卡先用着')
    await apply(visitor)
    await leave(visitor)
  })

  it('is not applied for twice: who comes again is led to how far it is', async () => {
    const visitor = await toHappened('示例公民甲')
    await visitor.sees('这张卡已经在办新卡')
    await visitor.tap('卡过期了')
    await visitor.sees('已经在办新卡了')
    await leave(visitor)
  })

  it('takes two steps for a card whose bank is none of the city’s', async () => {
    const visitor = await toHappened('示例公民寅')
    await visitor.tap('从外省搬来了')
    await visitor.sees('这张卡要分两步办')
    await visitor.tap('看这两步去哪里')
    await visitor.sees('第一步：到经办机构')
    await leave(visitor)
  })
})
