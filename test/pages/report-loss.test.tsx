import { act, screen } from '@testing-library/react'
import { signIn } from '@/features/session/sign-in'
import { keepSession } from '@/features/session/store'
import ReportLossPage from '@/pages/report-loss/index'
import { cardOnWire, reportOnWire } from '../support/builders/card-on-wire'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { heading, openOfficeWith, setOnline, showPage, tap } from '../support/wire/pages'

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T10:30:00+08:00') }))
afterEach(() => jest.useRealTimers())

const open = () => showPage(ReportLossPage, { cardId: 'card-1' })
const goToCheck = async () => {
  await tap('继续挂失')
  await tap('同意，开始演示核对')
}
const check = async (result = '通过') => {
  await goToCheck()
  await tap(result, 'radio')
  await tap('用这个结果继续')
  await pass()
}

test('it says what stops, what does not, and how to undo it, before anything is done', async () => {
  const office = await openOfficeWith({ card: cardOnWire() })
  await open()
  expect(heading()).toBe('挂失以后会怎样')
  for (const words of ['社保功能马上停用', '金融功能（银行账户）不会停', '办完这里，就打成都银行 95507', '找到卡了，可以解挂', '微信、支付宝、天府市民云都能办'])
    expect(screen.getByText(words)).toBeTruthy()
  expect(screen.getByText('示例公民 · 尾号 1234')).toBeTruthy()
  expect(office.wire.requestsOf('session/beginVerification')).toEqual([])
})

test('from here to the receipt: two taps and one check', async () => {
  const office = await openOfficeWith({ card: cardOnWire() })
  await open()
  await check()
  expect(heading()).toBe('社保功能已挂失')
  expect(screen.getByText('R-1')).toBeTruthy()
  expect(screen.getByRole('region', { name: '还差一步：银行那边还没挂失' })).toBeTruthy()
  expect(office.changes).toBe(1)
  await tap('复制回执号')
  expect(phone.copied).toEqual(['R-1'])
  expect(screen.getByRole('button', { name: '已经复制' })).toBeTruthy()
  await tap('现在打给中国工商银行，电话 95588')
  expect(phone.called).toEqual(['95588'])
  await tap('补卡换卡')
  await tap('回到首页')
  expect(phone.opened).toEqual(['/pages/reissue/index?cardId=card-1&reason=lost', 'relaunch /pages/home/index'])
})

test('consent is asked by itself, says what is used, and offers ways without a face', async () => {
  const office = await openOfficeWith({ card: cardOnWire() })
  await open()
  await tap('继续挂失')
  expect(heading()).toBe('确认是您本人')
  for (const words of ['姓名、身份证号、人脸', '只有“通过”或“没通过”', '只用于这一次挂失', '带身份证，当场挂失']) expect(screen.getByText(words)).toBeTruthy()
  await tap('报社保卡号和服务密码，临时挂失 7 天，电话 028-12333')
  expect(phone.called).toEqual(['028-12333'])
  expect(office.wire.requestsOf('session/beginVerification')).toEqual([])
})

test.each([
  ['没通过', '没有核对上'],
  ['中途退出', '您中途退出了'],
])('a check that ends in %s reports nothing and can be tried again', async (result, said) => {
  const office = await openOfficeWith({ card: cardOnWire() })
  await open()
  await check(result)
  expect(heading()).toBe(said)
  expect(office.changes).toBe(0)
  await tap('再试一次')
  expect(heading()).toBe('确认是您本人')
})

test('a check without a result yet is never taken as passed', async () => {
  const office = await openOfficeWith({ card: cardOnWire() })
  await open()
  await check('还没有结果')
  expect(heading()).toBe('核对还没有结果')
  expect(office.changes).toBe(0)
})

test('back in the middle leads to the explanation, then out', async () => {
  await openOfficeWith({ card: cardOnWire() })
  phone.pages = 2
  await open()
  await tap('继续挂失')
  await tap('返回')
  expect(heading()).toBe('挂失以后会怎样')
  await tap('返回')
  expect(phone.opened).toEqual(['back'])
})

test('an answer that never came is not called failed, and the same report is not made twice', async () => {
  const office = await openOfficeWith({ card: cardOnWire() })
  await open()
  await goToCheck()
  office.wire.next('comes', 'lost', 'lost')
  await tap('用这个结果继续')
  await pass()
  expect(heading()).toBe('不确定有没有办成')
  expect(screen.getByText('我们在查，先别走开。')).toBeTruthy()
  await pass(60_000)
  expect(heading()).toBe('社保功能已挂失')
  expect(office.changes).toBe(1)
})

test('refused by a rule: why, and what instead', async () => {
  const office = await openOfficeWith({ card: cardOnWire() })
  office.refuses = ['reportNotMadeHere', { where: ['phone', 'counter'] }]
  await open()
  await check()
  expect(heading()).toBe('这里不能挂失')
  expect(screen.getByText('12333 电话或柜台')).toBeTruthy()
  await tap('人社热线，电话 028-12333')
  expect(phone.called).toEqual(['028-12333'])
})

test('a check that no longer counts leads to a new one by a tap', async () => {
  const office = await openOfficeWith({ card: cardOnWire() })
  office.refuses = ['verificationUsed']
  await open()
  await check()
  expect(heading()).toBe('挂失没有办成')
  await tap('再试一次')
  expect(heading()).toBe('确认是您本人')
})

test('no network: nothing was done, one can try again, or call', async () => {
  await openOfficeWith({ card: cardOnWire() })
  await setOnline(false)
  await open()
  expect(heading()).toBe('手机没连上网')
  expect(screen.getByText('还没有办，您的卡和原来一样。连上网再试，或者打电话办。')).toBeTruthy()
  await setOnline(true)
  await pass()
  expect(heading()).toBe('挂失以后会怎样')
})

test('a card that is lost already needs no second report, but the bank still does', async () => {
  await openOfficeWith({ card: cardOnWire({ state: 'formallyLost' }) })
  await open()
  expect(heading()).toBe('这张卡已经挂失了')
  expect(screen.getByRole('region', { name: '还有一件事：银行那边还没挂失' })).toBeTruthy()
  await tap('卡找到了，去解挂')
  expect(phone.opened).toEqual(['/pages/release/index?cardId=card-1'])
})

test('a cancelled card says that the old one is void', async () => {
  await openOfficeWith({ card: cardOnWire({ state: 'cancelled', bankState: 'cancelled' }) })
  await open()
  expect(heading()).toBe('这张卡已经注销')
})

describe('a temporary report in force', () => {
  const lapsesAt = '2026-03-13T14:30:30.000+08:00'
  const report = reportOnWire({ kind: 'temporary', channel: 'phone', reportedAt: '2026-03-06T14:30:30.000+08:00', lapsesAt, releasedIn: ['phone', 'counter'] })
  const card = cardOnWire({ state: 'temporarilyLost', lapsesAt, hindrances: { releaseLoss: { reason: 'releasedElsewhere', where: ['phone', 'counter'] } } })

  test('shows how long it holds, both ends, and is made formal with one tap and one check', async () => {
    const office = await openOfficeWith({ card, report })
    await open()
    expect(heading()).toBe('还剩 3 天 4 小时\n自动解挂')
    for (const words of ['3月6日 周五 14:30', '3月13日 周五 14:30', '电话办的，打 028-12333 解']) expect(screen.getByText(words)).toBeTruthy()
    await tap('转为正式挂失')
    await tap('同意，开始演示核对')
    await tap('用这个结果继续')
    await pass()
    expect(heading()).toBe('社保功能已挂失')
    expect(office.changes).toBe(1)
  })

  test('counts down each minute', async () => {
    await openOfficeWith({ card, report })
    await open()
    await pass(60_000)
    expect(heading()).toBe('还剩 3 天 3 小时\n自动解挂')
  })
})

test('in elder mode one screen says one thing', async () => {
  await openOfficeWith({ card: cardOnWire(), mode: 'elder' })
  await open()
  expect(heading()).toBe('挂失后，这张卡\n不能看病、买药')
  expect(screen.getByText('银行账户不会停，要另外打电话。')).toBeTruthy()
  await tap('知道了，继续')
  expect(heading()).toBe('确认是您本人')
})

test('for someone else the proxy is checked, not they', async () => {
  await openOfficeWith({ card: cardOnWire({ holder: { relation: 'proxy', maskedName: '示*' } }) })
  await open()
  expect(screen.getByText('示* · 尾号 1234 · 您替别人办')).toBeTruthy()
  await tap('继续挂失')
  expect(heading()).toBe('确认是代办人本人')
  expect(screen.getByText('核对的是您（代办人），不是示*。')).toBeTruthy()
})

test('a guardian who has not agreed yet is led to where they do', async () => {
  const hindrances = { reportLoss: { reason: 'guardianConsentNeeded' as const } }
  await openOfficeWith({ card: cardOnWire({ holder: { relation: 'guardian', maskedName: '示例儿童' }, hindrances }) })
  await open()
  expect(heading()).toBe('请您先同意')
  await tap('去“我的家人”')
  expect(phone.opened).toEqual(['/pages/family/index'])
})

test('whoever is not signed in is told why they should, and comes back to stand here', async () => {
  const office = await openOfficeWith({ card: cardOnWire() })
  keepSession(undefined)
  office.wire.asked.length = 0
  await open()
  expect(heading()).toBe('登录了才能查您的卡')
  expect(office.wire.asked.filter(({ name }) => !name.startsWith('outlets/'))).toEqual([])
  await tap('人社热线，也能挂失，电话 028-12333')
  await tap('查网点')
  await tap('去登录')
  expect(phone.called).toEqual(['028-12333'])
  expect(phone.opened).toEqual(['/pages/outlets/index?city=&cardId=&need=', '/pages/sign-in/index'])
  await act(() => signIn('zhang', 'wechat'))
  await pass()
  expect(heading()).toBe('挂失以后会怎样')
})

test('for a child the guardian is checked', async () => {
  await openOfficeWith({ card: cardOnWire({ holder: { relation: 'guardian', maskedName: '示例儿童' } }) })
  await open()
  expect(screen.getByText('示例儿童 · 尾号 1234 · 孩子的卡，您来办')).toBeTruthy()
  await tap('继续挂失')
  expect(heading()).toBe('确认是监护人本人')
})
