import { openCity, type City } from './city'
import { expectOneKey, tapTwice } from './asked'
import { Desk } from './desk'
import { agreeToCheck, onward, signIn, typePassword } from './flows'
import type { Phone } from './phone'

jest.setTimeout(180_000)

let city: City
beforeEach(async () => (city = await openCity()))
afterEach(async () => city?.close())

const oldNumber = '510100000000000101'
const newNumber = '510100000000009901'

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
const handOver = async (desk: Desk): Promise<void> => {
  await desk.accept()
  await desk.move({ move: 'makeReady', newCardNumber: newNumber, newIssuedOn: '2026-11-20' })
  await desk.collect('holderId', 'receipt', 'card')
}

it.each(['weapp', 'alipay'] as const)('from a broken card to one that works, in the built %s mini-program', async (platform) => {
  const before = await city.open(platform, 'in-use')
  await signIn(before)
  await apply(before)
  await onward(before, '看办到哪一步', '等网点受理')
  expect(before.errors()).toEqual([])
  const desk = new Desk(city.address, oldNumber)
  await handOver(desk)
  // back from the counter, the app is opened anew
  const phone = await city.open(platform, 'in-use')
  await signIn(phone)
  await onward(phone, '去启用新卡', '新卡要启用才能用')
  await phone.tapText('启用社保功能')
  await agreeToCheck(phone)
  await phone.waitForText('设电话服务密码，两遍')
  await typePassword(phone, '402591')
  phone.host.network.loseAnswerTo('reissue/activate')
  await tapTwice(phone, '设好，启用')
  // it is asked again by itself
  await phone.waitForText('社保功能能用了')
  expectOneKey(phone, 'reissue/activate')
  await desk.bankActivates('icbc', newNumber)
  const old = await desk.status()
  expect([old?.socialSecurity.state, old?.order?.state]).toEqual(['cancelled', 'closed'])
  expect(phone.errors()).toEqual([])
  expect(await city.leaks()).toEqual([])
})
