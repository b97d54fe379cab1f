import { randomUUID } from 'node:crypto'
import { openCity, type City } from './city'
import { agreeToCheck, signIn } from './flows'
import { asPartner, window1 } from './partner'
import type { Phone } from './phone'

jest.setTimeout(180_000)

let city: City
beforeEach(async () => (city = await openCity()))
afterEach(async () => city?.close())

const oldNumber = '510100000000000101'
const newNumber = '510100000000009901'
const idempotencyKey = () => randomUUID()

const onward = async (phone: Phone, words: string, then: string): Promise<void> => {
  await phone.waitForText(words)
  await phone.tapText(words)
  await phone.waitForText(then)
}

/** A card that does not read any more, to be collected at an outlet that is decided later. */
const apply = async (phone: Phone): Promise<void> => {
  await phone.waitForText('卡丢了，去挂失')
  await onward(phone, '补卡换卡', '发生了什么？')
  await onward(phone, '卡坏了，机器读不出来', '怎么拿到新卡')
  await onward(phone, '在这里申请', '以后再定')
  await phone.tapText('以后再定')
  await onward(phone, '下一步', '看一遍，再提交')
  await phone.tapText('核对身份，提交')
  await agreeToCheck(phone)
  await phone.waitForText('申请交上去了')
}

/** What a counter does until the new card is in the citizen's hands. */
const handOver = async (): Promise<void> => {
  const counter = asPartner(city.address, 'demo-counter')
  const card = { cardNumber: oldNumber }
  const { orders: [one] } = await counter('channel/orders', { staff: window1, states: ['applied'] })
  const orderId = one?.order.orderId ?? ''
  await counter('channel/acceptReissue', { card, staff: window1, kind: 'exchange', idempotencyKey: idempotencyKey() })
  await counter('channel/moveOrder', { card, staff: window1, orderId, move: 'makeReady', newCardNumber: newNumber, newIssuedOn: '2026-11-20', idempotencyKey: idempotencyKey() })
  const evidence = { kind: 'papers', seen: ['holderId', 'receipt', 'card'] } as const
  await counter('channel/collect', { card, staff: window1, orderId, applicant: { role: 'cardholder' }, evidence: { ...evidence, seen: [...evidence.seen] }, idempotencyKey: idempotencyKey() })
}

const typePassword = async (phone: Phone, digits: string): Promise<void> => {
  for (const field of await (await phone.page()).$$('input')) await field.input(digits)
}

it.each(['weapp', 'alipay'] as const)('from a broken card to one that works, in the built %s mini-program', async (platform) => {
  const before = await city.open(platform, 'in-use')
  await signIn(before)
  await apply(before)
  await onward(before, '看办到哪一步', '等网点受理')
  expect(before.errors()).toEqual([])
  await handOver()
  // back from the counter, the app is opened anew
  const phone = await city.open(platform, 'in-use')
  await signIn(phone)
  await onward(phone, '去启用新卡', '新卡要启用才能用')
  await phone.tapText('启用社保功能')
  await agreeToCheck(phone)
  await phone.waitForText('设电话服务密码，两遍')
  await typePassword(phone, '402591')
  await phone.tapText('设好，启用')
  await phone.waitForText('社保功能能用了')
  const bank = asPartner(city.address, 'demo-bank-icbc')
  await bank('channel/bankActivated', { card: { cardNumber: newNumber }, staff: window1, idempotencyKey: idempotencyKey() })
  const { cards: [old] } = await bank('channel/cardStatus', { find: { cardNumber: oldNumber }, staff: window1 })
  expect([old?.socialSecurity.state, old?.order?.state]).toEqual(['cancelled', 'closed'])
  expect(phone.errors()).toEqual([])
  expect(await city.leaks()).toEqual([])
})
