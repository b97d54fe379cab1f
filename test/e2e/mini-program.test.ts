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

const open = async (platform: 'weapp' | 'alipay', citizen: Citizen): Promise<Phone> => {
  const phone = await city.open(platform, citizen)
  await signIn(phone)
  await phone.waitForText('卡丢了，去挂失')
  return phone
}

const requestsOf = (phone: Phone, operation: string) => phone.host.journal.requests.filter(({ what }) => what.endsWith(operation))

// citizens whose card is in use, each for one test, since a report lasts
const cases = [
  { platform: 'weapp', first: 'in-use', second: 'lapsed', third: 'two-cards' },
  { platform: 'alipay', first: 'other-city', second: 'guardian', third: 'long-name' },
] as const

describe.each(cases)('the built $platform mini-program', ({ platform, first, second, third }) => {
  it('draws its first screen and each next one in few and small updates', async () => {
    const phone = await city.open(platform, first)
    await phone.waitForText('查我的卡，去挂失')
    const { journal } = phone.host
    const weigh = async (act: () => Promise<void>) => {
      const before = journal.setData.length
      await act()
      return journal.weightSince(before)
    }
    const within = ({ calls, bytes }: { calls: number; bytes: number }, most: { calls: number; bytes: number }) => {
      expect(calls).toBeLessThanOrEqual(most.calls)
      expect(bytes).toBeLessThanOrEqual(most.bytes)
    }
    const firstScreen = { calls: 3, bytes: 20 * 1024 }
    within(journal.weightSince(0), firstScreen)
    within(await weigh(async () => { await signIn(phone); await phone.waitForText('卡丢了，去挂失') }), { calls: 2 * firstScreen.calls, bytes: firstScreen.bytes })
    for (const act of [() => beginReport(phone), () => phone.tapText('继续挂失')]) within(await weigh(act), { calls: 2, bytes: 10 * 1024 })
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
    await agreeToCheck(phone)
    await phone.waitForText('手机没连上网')
    await phone.host.setOnline(true)
    phone.host.device.face = 'failed'
    await phone.tapText('再试一次')
    await agreeToCheck(phone)
    await phone.waitForText('没有核对上')
    expect(phone.errors()).toEqual([])
  })

  it('reports once for two taps, and shows that it is at it while the answer is slow', async () => {
    const phone = await open(platform, first)
    await beginReport(phone)
    await phone.tapText('继续挂失')
    const go = await phone.find('同意，开始人脸识别')
    const held = phone.host.network.hold()
    await Promise.all([go.tap(), go.tap()])
    await held.arrived
    await phone.waitForText('正在')
    held.release()
    await phone.waitForText('社保功能已挂失')
    for (const operation of ['session/beginVerification', 'card/reportLoss']) expect(requestsOf(phone, operation)).toHaveLength(1)
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
    const other = await open('weapp', third)
    await phone.host.hide()
    await reportLoss(other)
    await phone.host.show()
    await phone.waitForText('社保功能已挂失')
    expect(phone.errors()).toEqual([])
  })

  it('follows the size of the system’s text, and in WeChat its theme', async () => {
    const phone = await city.open(platform, first, { device: { theme: 'dark', fontSizeScaleFactor: 1.5 } })
    const drawn = async () => (await phone.element('page')).outerWxml()
    expect(await drawn()).toContain('--scale: 1.5')
    expect((await drawn()).includes('t-dark')).toBe(platform === 'weapp')
    await phone.host.setTheme('light')
    expect(await drawn()).not.toContain('t-dark')
    expect(phone.errors()).toEqual([])
  })
})

it("leaves nobody's name, number or phone in clear: not in the logs, not in an answer, not in the database", async () => {
  expect(city.cloud.printed()).toContain('card/reportLoss')
  expect(await city.leaks()).toEqual([])
})

it('calls the functions over HTTP where the cloud is out of reach, as in DevTools', async () => {
  const reached = await openCity({ trustsHeader: true })
  try {
    const noCloud = { onCloud: () => Promise.reject(new Error('no cloud')) }
    const phone = await reached.open('weapp', 'in-use', noCloud)
    await phone.waitForText('查我的卡，去挂失')
    await redirectCalls(phone.miniProgram, { address: reached.address, openId: demoPlatformId('wechat', 'in-use') }, await phone.path())
    await signIn(phone)
    await phone.waitForText('卡丢了，去挂失')
    expect(phone.host.journal.requests).toContainEqual({ what: 'POST /card/list', status: 200 })
  } finally {
    await reached.close()
  }
})
