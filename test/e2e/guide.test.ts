import { openCity, type City } from './city'
import { onward, signIn } from './flows'

jest.setTimeout(180_000)

let city: City
beforeAll(async () => (city = await openCity()))
afterAll(async () => city?.close())

it.each(['weapp', 'alipay'] as const)('a page of an order there is not, and the guide by another city’s rules, in the built %s mini-program', async (platform) => {
  const phone = await city.open(platform, 'other-city')
  await signIn(phone)
  await onward(phone, '补卡换卡', '发生了什么？')
  const [, query = ''] = /(\?cardId=[^&"]+)/.exec(JSON.stringify(phone.host.journal.calls.filter(({ api }) => api === 'navigateTo'))) ?? []
  await phone.miniProgram.callWxMethod('navigateTo', { url: `/pages/order/index${query}` })
  await phone.waitForText('没有在办的新卡')
  await onward(phone, '发生了什么？', '卡不在手里')
  await phone.miniProgram.callWxMethod('reLaunch', { url: '/pages/home/index' })
  await onward(phone, '办事指南', '看别的城市')
  await onward(phone, '看别的城市', '上海')
  await onward(phone, '北京', '按北京的规定')
  await phone.fill('input', '新卡')
  await onward(phone, '新卡为什么不能用', '新卡要先启用社保功能')
  await phone.fill('input', '没有这样的问题')
  await phone.waitForText('没有找到这个问题')
  expect(phone.errors()).toEqual([])
})
