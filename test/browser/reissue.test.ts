import { Desk } from '../e2e/desk'
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

/** From the ways to an application whose outlet is decided later. */
const apply = async (visitor: Visitor, happened: string): Promise<void> => {
  await visitor.tapExactly(happened)
  await visitor.sees('怎么拿到新卡')
  await choose(visitor, 'outlet')
  await visitor.tap('以后再定')
  await visitor.tapExactly('下一步')
}

/** Back after something was done elsewhere: the app is opened anew. */
const again = async (visitor: Visitor, words: string): Promise<void> => {
  await visitor.page.reload()
  await visitor.sees(words)
}

const typeAddress = async (visitor: Visitor, district: string): Promise<void> => {
  await visitor.fill('收件人', '示例公民丙')
  await visitor.fill('手机号', '138-0000-0000')
  await visitor.tap('省、市、区')
  await visitor.tapExactly(district)
  await visitor.sees(`四川省 成都市 ${district}`)
  await visitor.fill('街道、门牌号', '示例路 1 号')
  expect(await visitor.barriers()).toEqual([])
}

describe('a new card in the browser', () => {
  it('is applied for by mail, once: who comes again is led to how far it is', async () => {
    const visitor = await toHappened('示例公民丙')
    await visitor.step('卡坏了，机器读不出来', '怎么拿到新卡')
    await choose(visitor, 'mail')
    await visitor.sees('寄到哪里？')
    await typeAddress(visitor, '武侯区')
    await visitor.step('下一步', '旧卡先用着')
    await review(visitor)
    await visitor.goTo('/pages/home/index')
    await visitor.tapExactly('补卡换卡')
    await visitor.sees('这张卡已经在办新卡')
    await visitor.step('卡过期了', '已经在办新卡了')
    await visitor.step('看办到哪一步', '等网点受理')
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
