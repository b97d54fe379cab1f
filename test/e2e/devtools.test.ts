import { openCity, type City } from './city'
import { beginReport, onward, signIn } from './flows'

jest.setTimeout(180_000)

let city: City
beforeAll(async () => (city = await openCity()))
afterAll(async () => city?.close())

/** WeChat's DevTools opens its own bundle alone. */
const platforms = process.env['WECHAT_DEVTOOLS_CLI'] ? (['weapp'] as const) : (['weapp', 'alipay'] as const)

it.each(platforms)('from the first screen to the identity check and the guide in the built %s mini-program, by what DevTools can do as well as our host', async (platform) => {
  const phone = await city.open(platform, 'in-use')
  await signIn(phone)
  await beginReport(phone)
  await phone.tapText('继续挂失')
  await phone.waitForText('同意，开始人脸识别')
  await phone.back()
  await phone.waitForText('卡丢了，去挂失')
  await onward(phone, '办事指南', '看别的城市')
  expect(await phone.path()).toBe('pages/help/index')
  expect(phone.errors()).toEqual([])
})
