import pg from 'pg'
import { configFrom } from '../../cloudfunctions/runtime/config'
import { openServices } from '../../cloudfunctions/runtime/services'
import { Desk } from '../e2e/desk'
import { openPage } from '../support/browser'
import { openPreview } from './preview'
import type { Visitor } from './visitor'

const preview = openPreview()

const toHappened = async (name: string): Promise<Visitor> => {
  const visitor = await preview.arrive(name)
  await visitor.step('补卡换卡', '发生了什么？')
  return visitor
}

/** The first of the ways that begin here collects at an outlet, the last comes by mail. */
const choose = async (visitor: Visitor, way: 'outlet' | 'mail'): Promise<void> => {
  const here = visitor.page.getByRole('button', { name: '在这里申请' }).locator('visible=true')
  await (way === 'outlet' ? here.first() : here.last()).click()
}

const review = async (visitor: Visitor): Promise<void> => {
  await visitor.tap('核对身份，提交')
  await visitor.check('申请交上去了')
  await visitor.step('看办到哪一步', '等网点受理')
}

/** From the ways to an application whose outlet is decided later, and whose bank is asked for where it may be another one. */
const apply = async (visitor: Visitor, happened: string, bank?: string): Promise<void> => {
  await visitor.tapExactly(happened)
  await visitor.sees('怎么拿到新卡')
  await choose(visitor, 'outlet')
  if (bank) {
    await visitor.sees('新卡用哪家银行？')
    await visitor.tap(bank)
    await visitor.tapExactly('下一步')
  }
  await visitor.tapExactly('以后再定')
  await visitor.tapExactly('下一步')
}

/** Back after something was done elsewhere: the app is opened anew. */
const again = async (visitor: Visitor, words: string): Promise<void> => {
  await visitor.page.reload()
  await visitor.sees(words)
}

const chooseDistrict = async (visitor: Visitor, district: string): Promise<void> => {
  await visitor.tap('省、市、区')
  await visitor.tapExactly(district)
  await visitor.sees(`四川省 成都市 ${district}`)
}

const typeAddress = async (visitor: Visitor, district: string): Promise<void> => {
  await visitor.fill('收件人', '示例公民丙')
  await visitor.fill('手机号', '138-0000-0000')
  await chooseDistrict(visitor, district)
  await visitor.fill('街道、门牌号', '示例路 1 号')
  expect(await visitor.barriers()).toEqual([])
}

/** A photo in the proportions of an ID photo, all of one colour. */
const photoIn = async (colour: string): Promise<Buffer> => {
  const { page } = await openPage(preview.browser, 'about:blank', { width: 358, height: 441 })
  await page.evaluate((background) => { document.body.style.background = background }, colour)
  const taken = await page.screenshot({ type: 'jpeg' })
  await page.context().close()
  return taken
}

const offer = async (visitor: Visitor, buffer: Buffer): Promise<void> => {
  const [chooser] = await Promise.all([visitor.page.waitForEvent('filechooser'), visitor.tap('选照片，或者拍一张')])
  await chooser.setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer })
}

/** Chosen, shown, and its background looked at. */
const choosePhoto = async (visitor: Visitor, buffer: Buffer, seen: string): Promise<void> => {
  await offer(visitor, buffer)
  await visitor.sees(seen)
  expect(await visitor.page.locator('.photo-shown img:visible').evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(358)
  const [frame, shown] = [await visitor.page.locator('.photo-shown:visible').boundingBox(), await visitor.page.locator('.photo-shown img:visible').boundingBox()]
  // in the middle
  expect((shown?.x ?? 0) - (frame?.x ?? 0)).toBeCloseTo(((frame?.width ?? 0) - (shown?.width ?? 0)) / 2, 0)
  expect(await visitor.barriers()).toEqual([])
}

/** Cards that were ready now were so for longer than one has to collect them; what is done each day about that is done. */
const letWait = async (): Promise<void> => {
  const { databaseUrl, environment } = preview.city
  const client = new pg.Client(databaseUrl)
  await client.connect()
  await client.query(`update reissue set moved_at = moved_at - 100 * 86400000::bigint where state = 'ready'`)
  await client.end()
  const { repository } = openServices({ ...(await configFrom(environment)), logLevel: 'silent' })
  expect(await repository.relayed.missDue()).toBe(1)
  await repository.close()
}

describe('a new card in the browser', () => {
  it('comes by mail to an address that is changed on the way, once, with a number to follow it', async () => {
    const visitor = await toHappened('示例公民丙')
    const desk = new Desk(preview.city.address, '510100000000000303')
    await visitor.step('卡坏了，机器读不出来', '怎么拿到新卡')
    await choose(visitor, 'mail')
    await visitor.sees('寄到哪里？')
    await typeAddress(visitor, '武侯区')
    await visitor.step('下一步', '旧卡先用着')
    await review(visitor)
    await visitor.step('改地址', '新的地址')
    await chooseDistrict(visitor, '锦江区')
    await visitor.step('就寄到这里', '等网点受理')
    await visitor.sees('四川省 成都市 锦江区')
    await visitor.goTo('/pages/home/index')
    await visitor.tapExactly('补卡换卡')
    await visitor.sees('这张卡已经在办新卡')
    await visitor.step('卡过期了', '已经在办新卡了')
    await visitor.step('看办到哪一步', '等网点受理')
    await desk.accept()
    await desk.move({ move: 'makeReady', newCardNumber: '510100000000009903', newIssuedOn: '2026-11-20' })
    await desk.move({ move: 'mail', trackingNumber: 'DEMO-0001' })
    await again(visitor, '新卡寄出了')
    for (const words of ['DEMO-0001', '四川省 成都市 锦江区', '已经寄出，路上不能改']) await visitor.sees(words)
    expect(await visitor.barriers()).toEqual([])
    await desk.move({ move: 'sendBack' })
    await again(visitor, '新卡退回来了')
    await desk.move({ move: 'mail', trackingNumber: 'DEMO-0002' })
    await again(visitor, 'DEMO-0002')
    await desk.collect()
    await again(visitor, '新卡拿到了，还没启用')
    await visitor.leave()
  })

  it('is sent back for its photo, and accepted with another one', async () => {
    const visitor = await toHappened('示例公民·名字特别特别长的那一位·示例')
    const desk = new Desk(preview.city.address, '510100000000001414')
    await apply(visitor, '还在用老的医保卡', '中国建设银行')
    await visitor.sees('要一张照片')
    await offer(visitor, Buffer.from('no picture'))
    await visitor.sees('这不是照片，请换一张')
    // Taro complains of it as well
    expect(visitor.complaints.splice(0)).toEqual(['Event'])
    await choosePhoto(visitor, await photoIn('#24507a'), '背景好像不是浅色的')
    await visitor.step('用这张，下一步', '看一遍，再提交')
    await review(visitor)
    await desk.reject('photo')
    await again(visitor, '申请退回来了')
    await visitor.step('换一张照片', '要一张照片')
    await choosePhoto(visitor, await photoIn('#f8f8f8'), '背景是浅色的')
    await visitor.step('用这张，下一步', '等网点受理')
    await desk.accept()
    await again(visitor, '前后可以领')
    await visitor.leave()
  })

  it('that is not collected in time is kept, and handed out all the same', async () => {
    await letWait()
    const visitor = await preview.arrive('示例公民辰')
    await visitor.step('看新卡办到哪一步', '新卡还等着您领')
    await visitor.sees('过了该领的日子，还给您留着，还能去领。')
    await visitor.step('出示领卡凭证', '领卡时，给工作人员扫')
    await visitor.sees('示例武侯社保经办网点')
    await visitor.step('看办到哪一步', '新卡还等着您领')
    await new Desk(preview.city.address, '510100000000001818').collect('holderId', 'receipt', 'card')
    await again(visitor, '新卡拿到了，还没启用')
    await visitor.leave()
  })

  it('is applied for by a guardian for a child, with the papers that takes', async () => {
    const visitor = await preview.arrive('示例公民癸')
    await visitor.step('我的家人', '您照看的孩子')
    await visitor.step('请您先同意', '留着什么')
    await visitor.step('同意', '已经同意，现在可以替孩子办了')
    await visitor.tap('看这张卡')
    await visitor.step('补卡换卡', '发生了什么？')
    await apply(visitor, '卡坏了，机器读不出来')
    await visitor.sees('旧卡先用着')
    await review(visitor)
    await new Desk(preview.city.address, '510100000000001111').accept()
    await again(visitor, '带齐一样，点一样')
    for (const paper of ['监护人的身份证', '户口簿']) await visitor.sees(paper)
    await visitor.leave()
  })

  it('is taken back once the old one turns up, which is then unhooked', async () => {
    const visitor = await toHappened('示例公民丁')
    await apply(visitor, '卡丢了')
    await visitor.sees('已经挂失，接着补卡')
    await review(visitor)
    await visitor.step('撤回申请', '撤回这次申请？')
    await visitor.step('撤回申请', '申请撤回了')
    await visitor.step('卡找到了，去解挂', '要解除这次挂失吗')
    await visitor.tap('卡在我手里，解挂')
    await visitor.check('已经解挂')
    await visitor.leave()
  })

  it('takes two steps for a card whose bank is none of the city’s', async () => {
    const visitor = await toHappened('示例公民寅')
    await visitor.step('从外省搬来了', '这张卡要分两步办')
    await visitor.step('看这两步去哪里', '第一步：到经办机构')
    await visitor.leave()
  })
})
