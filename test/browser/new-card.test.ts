import { Desk } from '../e2e/desk'
import { asPartner } from '../e2e/partner'
import { openPage } from '../support/browser'
import { scan } from '../support/played-canvas'
import { openPreview } from './preview'
import type { Visitor } from './visitor'

const preview = openPreview()

const oldNumber = '510100000000000101'
const newNumber = '510100000000009901'

/** Back after something was done elsewhere: the app is opened anew. */
const again = async (visitor: Visitor, words: string): Promise<void> => {
  await visitor.page.reload()
  await visitor.sees(words)
  expect(await visitor.barriers()).toEqual([])
}

/** What the page for counters and hospitals says of a code, without a connection. */
const verified = async (code: string): Promise<string> => {
  const { page } = await openPage(preview.browser, `${preview.city.address}/verify`)
  await page.getByRole('textbox').focus()
  await page.context().setOffline(true)
  await page.keyboard.insertText(code)
  await page.keyboard.press('Enter')
  await page.getByRole('status').getByRole('heading').waitFor()
  const said = await page.getByRole('status').innerText()
  await page.context().close()
  return said
}

const toWays = async (visitor: Visitor): Promise<void> => {
  await visitor.step('补卡换卡', '发生了什么？')
  await visitor.step('卡坏了，机器读不出来', '怎么拿到新卡')
}

/** The papers of a way, ticked off, and the form that goes with them. */
const pack = async (visitor: Visitor): Promise<void> => {
  await visitor.step('要带的材料', '去之前，带齐这些')
  await visitor.tap('旧社保卡')
  await visitor.sees('还差 1 样')
  const [form] = await Promise.all([visitor.page.waitForEvent('download'), visitor.tap('填好的申请表')])
  expect(form.suggestedFilename()).toBe('填好的申请表.pdf')
  await visitor.page.goBack()
  await visitor.sees('怎么拿到新卡')
}

/** At the first outlet of the list, whose name it gives. */
const apply = async (visitor: Visitor): Promise<string> => {
  await visitor.page.getByRole('button', { name: '在这里申请' }).locator('visible=true').first().click()
  const first = visitor.page.getByRole('radio').locator('visible=true').filter({ hasText: '示例' }).first()
  const outlet = await first.locator('.cell-title').innerText()
  expect(await visitor.barriers()).toEqual([])
  await first.click()
  await visitor.step('下一步', '旧卡先用着')
  await visitor.tap('核对身份，提交')
  await visitor.check('申请交上去了')
  expect(await visitor.barriers()).toEqual([])
  return outlet
}

const showReceipt = async (visitor: Visitor): Promise<void> => {
  await visitor.step('看领卡凭证', '领卡时，给工作人员扫')
  const { code = '' } = await scan(await visitor.page.locator('.qr').screenshot())
  expect(await verified(code)).toMatch(/凭证真实[^]*示\*{4}/)
  await visitor.step('看办到哪一步', '到哪里领')
}

const activate = async (visitor: Visitor): Promise<void> => {
  await visitor.step('去启用新卡', '新卡要启用才能用')
  await visitor.tap('启用社保功能')
  await visitor.check('设电话服务密码，两遍')
  expect(await visitor.barriers()).toEqual([])
  for (const field of await visitor.page.locator('input:visible').all()) await field.fill('402591')
  await visitor.step('设好，启用', '社保功能能用了')
}

test('a new card is applied for, followed, collected against its receipt and activated; who looks afterwards finds the new card working and the old one cancelled', async () => {
  const desk = new Desk(preview.city.address, oldNumber)
  const visitor = await preview.arrive('示例公民甲')
  await toWays(visitor)
  await pack(visitor)
  const outlet = await apply(visitor)
  await visitor.step('看办到哪一步', '等网点受理')
  await visitor.sees(outlet)

  await desk.accept()
  await again(visitor, '前后可以领')
  await showReceipt(visitor)
  await desk.move({ move: 'produce' })
  await again(visitor, '前后可以领')
  await desk.move({ move: 'makeReady', newCardNumber: newNumber, newIssuedOn: '2026-11-20' })
  await again(visitor, '新卡可以领了')
  await visitor.sees('出示领卡凭证')
  await desk.collect('holderId', 'receipt', 'card')
  await again(visitor, '新卡拿到了，还没启用')

  await activate(visitor)
  await desk.bankActivates('icbc', newNumber)
  await visitor.goTo('/pages/home/index')
  await again(visitor, '您的社保卡能正常用')
  await visitor.sees('看哪一张卡')
  await visitor.step('消息', '新卡社保功能启用了')
  for (const words of ['新卡银行功能激活了', '新卡可以领了']) await visitor.sees(words)
  expect((await desk.status())?.socialSecurity.state).toBe('cancelled')
  const { events } = await asPartner(preview.city.address, 'demo-bureau')('channel/events', { limit: 200 })
  expect(events.map(({ what }) => what)).toEqual(expect.arrayContaining(['reissueApplied', 'reissueAccepted', 'reissueMoved', 'functionActivated']))
  await visitor.leave()
})
