import { openCity, type City } from './city'
import { agreeToCheck, beginReport, signIn } from './flows'
import type { Phone } from './phone'

jest.setTimeout(120_000)

let city: City
beforeEach(async () => (city = await openCity()))
afterEach(async () => {
  expect(await city.leaks()).toEqual([])
  await city.close()
})

const newcomer = { name: '示例公民卯', idNumber: '000000199404160168' }

/** From the form to the face check, consented to. */
const claim = async (phone: Phone): Promise<void> => {
  await phone.waitForText('您是谁？')
  await phone.fill('input', newcomer.name)
  await phone.fill('input', newcomer.idNumber, 1)
  await phone.waitForText('18 位，对上了')
  await phone.tapText('下一步')
  await agreeToCheck(phone)
}

const bind = async (phone: Phone): Promise<void> => {
  await signIn(phone)
  await claim(phone)
  await phone.waitForText('已经确认是您：示****')
}

const asked = (phone: Phone) => phone.host.journal.requests.map(({ what }) => what.replace(/^(cloud |POST \/)/, ''))
const mine = /^(session|card|person)\//

describe.each(['weapp', 'alipay'] as const)('who holds the phone, in the built %s mini-program', (platform) => {
  it('is asked of nobody before they agree, and refusing leaves what needs no name', async () => {
    const phone = await city.open(platform, 'in-use')
    await phone.waitForText('查我的卡，去挂失')
    await phone.tapText('查我的卡，去挂失')
    await phone.waitForText('先说清楚用您哪些信息')
    await phone.tapText('不同意，先不登录')
    await phone.waitForText('查我的卡，去挂失')
    expect(asked(phone).filter((what) => mine.test(what))).toEqual([])
    expect(phone.host.journal.calls.filter(({ api }) => ['login', 'getAuthCode'].includes(api))).toEqual([])
    await phone.tapText('查网点')
    await phone.waitForText('个网点')
    expect(phone.errors()).toEqual([])
  })

  it('is said once, checked by the platform, and known from then on', async () => {
    const storage = new Map<string, unknown>()
    const phone = await city.open(platform, 'newcomer', { storage })
    await bind(phone)
    await phone.tapText('接着办')
    await phone.waitForText('您的社保卡能正常用')
    const again = await city.open(platform, 'newcomer', { storage })
    await again.waitForText('您的社保卡能正常用')
    expect(JSON.stringify([...storage])).not.toMatch(/\d{17}|示例/)
    expect([...phone.errors(), ...again.errors()]).toEqual([])
  })

  it.each([
    ['failed', '没有核对上'],
    ['cancelled', '您中途退出了'],
    ['pending', '核对还没有结果'],
  ] as const)('a check that was %s binds nobody', async (face, words) => {
    const phone = await city.open(platform, 'newcomer', { device: { face } })
    await signIn(phone)
    await claim(phone)
    await phone.waitForText(words)
    expect(asked(phone).filter((what) => what.startsWith('session/bind'))).toEqual([])
    await phone.tapText('去网点办')
    await phone.waitForText('个网点')
    expect(phone.errors()).toEqual([])
  })

  it('is moved to a new phone, and the old one is told', async () => {
    const lost = await city.open(platform, 'newcomer')
    await bind(lost)
    await lost.tapText('接着办')
    await lost.waitForText('您的社保卡能正常用')
    const found = await city.open(platform, 'newcomer', { platformId: `another-${platform}-account` })
    await bind(found)
    await found.waitForText(platform === 'weapp' ? '您以前用的微信号已经不能再办' : '您以前用的支付宝账号已经不能再办')
    await lost.host.hide()
    await lost.host.show()
    await lost.waitForText('要先确认您是谁')
    await lost.tapText('去确认身份')
    await lost.waitForText(platform === 'weapp' ? '您的登记已经移到另一个微信号' : '您的登记已经移到另一个支付宝账号')
    expect([...lost.errors(), ...found.errors()]).toEqual([])
  })

  it('reports nothing on a pending check, and goes on by itself once the platform knows', async () => {
    const phone = await city.open(platform, 'in-use', { device: { face: 'pending' } })
    await signIn(phone)
    await beginReport(phone)
    await phone.tapText('继续挂失')
    await agreeToCheck(phone)
    await phone.waitForText('核对还没有结果')
    expect(asked(phone).filter((what) => what.startsWith('card/reportLoss'))).toEqual([])
    await phone.back()
    await phone.waitForText('卡丢了，去挂失')
    expect(phone.errors()).toEqual([])
  })
})

it('the same person sees the same cards in both', async () => {
  const phones = await Promise.all((['weapp', 'alipay'] as const).map((platform) => city.open(platform, 'newcomer')))
  for (const phone of phones) {
    await bind(phone)
    await phone.tapText('接着办')
    await phone.waitForText('您的社保卡能正常用')
    await phone.waitForText('1717')
    expect(phone.errors()).toEqual([])
  }
})
