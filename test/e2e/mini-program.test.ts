import { demoPlatformId } from '../../cloudfunctions/session/demo-citizens'
import { openCity, type City } from './city'
import { agreeToCheck, beginReport, reportLoss, signIn } from './flows'
import type { Phone } from './phone'
import { redirectCalls } from './redirect'

jest.setTimeout(120_000)

let city: City
beforeAll(async () => (city = await openCity()))
afterAll(async () => city?.close())

type Citizen = Parameters<City['open']>[1]

const open = async (platform: 'weapp' | 'alipay', [citizen, name]: readonly [Citizen, string]): Promise<Phone> => {
  const phone = await city.open(platform, citizen)
  if (platform === 'alipay') await signIn(phone, name)
  await phone.waitForText('卡丢了，去挂失')
  return phone
}

const requestsOf = (phone: Phone, operation: string) => phone.host.journal.requests.filter(({ what }) => what.endsWith(operation))

// citizens whose card is in use, each for one test, since a report lasts
const cases = [
  { platform: 'weapp', first: ['in-use', '示例公民甲'], second: ['lapsed', '示例公民丙'], third: ['two-cards', '示例公民子'] },
  { platform: 'alipay', first: ['other-city', '示例公民丑'], second: ['guardian', '示例公民癸'], third: ['long-name', '示例公民·名字特别特别长的那一位·示例'] },
] as const

describe.each(cases)('the built $platform mini-program', ({ platform, first, second, third }) => {
  it('draws its first screen and each next one in few and small updates', async () => {
    const phone = await open(platform, first)
    const { setData } = phone.host.journal
    // the demo's list of citizens is no part of the product
    const home = phone.host.journal.weightSince(platform === 'alipay' ? setData.findIndex(({ bytes }) => bytes > 4096) + 1 : 0)
    expect(home.calls).toBeLessThanOrEqual(3)
    expect(home.bytes).toBeLessThanOrEqual(20 * 1024)
    for (const act of [() => beginReport(phone), () => phone.tapText('继续挂失'), () => agreeToCheck(phone)]) {
      const before = setData.length
      await act()
      const { calls, bytes } = phone.host.journal.weightSince(before)
      expect(calls).toBeLessThanOrEqual(2)
      expect(bytes).toBeLessThanOrEqual(10 * 1024)
    }
  })

  it('leaves the card as it was when one goes back in the middle', async () => {
    const phone = await open(platform, first)
    await beginReport(phone)
    await phone.tapText('继续挂失')
    await phone.back()
    await phone.waitForText('卡丢了，去挂失')
    expect(requestsOf(phone, 'card/reportLoss')).toEqual([])
    expect(phone.errors()).toEqual([])
  })

  it('says that nothing was done without network, and goes on when it is back', async () => {
    const phone = await open(platform, first)
    await beginReport(phone)
    await phone.tapText('继续挂失')
    await phone.host.setOnline(false)
    await phone.tapText('同意，开始演示核对')
    await phone.waitForText('手机没连上网')
    await phone.host.setOnline(true)
    await phone.tapText('再试一次')
    await agreeToCheck(phone)
    expect(phone.errors()).toEqual([])
  })

  it('reports once for two taps, and shows that it is at it while the answer is slow', async () => {
    const phone = await open(platform, first)
    await beginReport(phone)
    await phone.tapText('继续挂失')
    await agreeToCheck(phone)
    const go = await phone.find('用这个结果继续')
    const held = phone.host.network.hold()
    await Promise.all([go.tap(), go.tap()])
    await held.arrived
    await phone.waitForText('正在')
    held.release()
    await phone.waitForText('社保功能已挂失')
    expect(requestsOf(phone, 'card/reportLoss')).toHaveLength(1)
    expect(phone.errors()).toEqual([])
  })

  it('calls the bank with one tap, and remembers that it was told', async () => {
    const phone = await open(platform, second)
    await reportLoss(phone)
    const line = /现在打给\S+\n(\d{5})/.exec(await phone.text())?.[1]
    await phone.tapText(line ?? 'the hotline')
    expect(phone.host.journal.phoneCalls).toEqual([line])
    expect(phone.errors()).toEqual([])
  })

  it('shows the state of now when it comes back from the background', async () => {
    const phone = await open(platform, third)
    const other = await city.open('weapp', third[0])
    await phone.host.hide()
    await reportLoss(other)
    await phone.host.show()
    await phone.waitForText('社保功能已挂失')
    expect(phone.errors()).toEqual([])
  })

  it('follows the size of the system’s text, and in WeChat its theme', async () => {
    const phone = await city.open(platform, 'in-use', { device: { theme: 'dark', fontSizeScaleFactor: 1.5 } })
    const drawn = async () => (await phone.element('page')).outerWxml()
    expect(await drawn()).toContain('--scale: 1.5')
    expect((await drawn()).includes('t-dark')).toBe(platform === 'weapp')
    await phone.host.setTheme('light')
    expect(await drawn()).not.toContain('t-dark')
    expect(phone.errors()).toEqual([])
  })
})

it("writes nobody's name, number or phone into the functions' logs", () => {
  const printed = city.cloud.printed()
  expect(printed).toContain('card/reportLoss')
  expect(printed).not.toMatch(/示例公民|\d{17}[\dX]|\b1\d{10}\b|demo-openid/)
})

it('calls the functions over HTTP where the cloud is out of reach, as in DevTools', async () => {
  const reached = await openCity({ trustsHeader: true })
  try {
    const noCloud = { onCloud: () => Promise.reject(new Error('no cloud')) }
    const phone = await reached.open('weapp', 'in-use', noCloud)
    await phone.waitForText('没查到您的卡')
    await redirectCalls(phone.miniProgram, { address: reached.address, openId: demoPlatformId('wechat', 'in-use') }, await phone.path())
    await phone.waitForText('卡丢了，去挂失')
    expect(phone.host.journal.requests).toContainEqual({ what: 'POST /card/list', status: 200 })
  } finally {
    await reached.close()
  }
})
