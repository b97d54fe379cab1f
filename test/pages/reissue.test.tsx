import { fireEvent, screen } from '@testing-library/react'
import { reissueRefusals } from '@/domain/decision'
import ReissuePage from '@/pages/reissue/index'
import { reissueCopyIn } from '@/copy/reissue'
import { cardOnWire } from '../support/builders/card-on-wire'
import { answerOnWire, optionOnWire } from '../support/builders/reissue-on-wire'
import { phone } from '../support/taro/phone'
import { pass } from '../support/wire/hooks'
import { heading, openOfficeWith, setOnline, showPage, tap } from '../support/wire/pages'
import { ReissueDesk } from '../support/wire/reissue'
import { Refused } from '../support/wire/wire'

// a tap of one test is not the second tap of another
let now = Date.parse('2026-03-10T10:30:00+08:00')
beforeEach(() => jest.useFakeTimers({ now: (now += 1_000) }))
afterEach(() => jest.useRealTimers())

type Behind = Parameters<typeof openOfficeWith>[0]
const arrive = async (behind: Behind = {}) => new ReissueDesk(await openOfficeWith({ card: cardOnWire(), ...behind }))
const show = async (reason = 'lost') => {
  await showPage(ReissuePage, { cardId: 'card-1', reason })
  await pass()
}
const says = (words: string | RegExp) => expect(screen.getAllByText(words).length).toBeGreaterThan(0)
const only = (way: Parameters<typeof optionOnWire>[0], differences: Parameters<typeof optionOnWire>[1] = {}) => answerOnWire({ options: [optionOnWire(way, differences)] })

describe('the ways to a new card', () => {
  test('stand side by side, each with how long, where, what to bring, and where that is written', async () => {
    await arrive()
    await show()
    expect(heading()).toBe('怎么拿到新卡')
    for (const words of ['银行网点，当场拿卡', '服务网点，制好去领', '发卡银行的 App', '寄到家里']) says(words)
    for (const words of ['当天，等着就能拿', '3月31日 前后可以领', '3月31日 前后制好寄出', '持卡人的身份证']) says(words)
    says('就在这里，或者柜台')
    expect(screen.getAllByText(/^依据：/)).toHaveLength(4)
    expect(screen.queryByText('费用')).toBeNull()
  })

  test('say a fee where the city says one', async () => {
    const desk = await arrive()
    desk.answer = answerOnWire({ fee: 0 })
    await show()
    says('不收费')
  })

  test('say how many weeks where the calendar does not reach', async () => {
    const desk = await arrive()
    desk.answer = only('mail', { ready: { uncovered: '2027' } })
    await show()
    says('大约 3 个星期')
  })

  test('say the year of a day in another one', async () => {
    const desk = await arrive()
    desk.answer = only('serviceOutlet', { ready: { date: '2027-01-05' } })
    await show()
    says('2027年1月5日 前后可以领')
  })

  test('lead to the outlets, to the bank, and to what to bring', async () => {
    await arrive()
    await show('damaged')
    await tap('看附近能当场拿卡的')
    await tap('打给成都银行，问怎么在 App 里办，电话 95507')
    fireEvent.click(screen.getAllByRole('button', { name: '要带的材料' })[1]!)
    await pass()
    expect(phone.opened).toEqual(['/pages/outlets/index?city=chengdu&cardId=card-1&need=instantReissue', '/pages/papers/index?cardId=card-1&reason=damaged&way=serviceOutlet'])
    expect(phone.called).toEqual(['95507'])
  })

  test('say why the old bank’s app is not among them', async () => {
    const desk = await arrive()
    desk.answer = answerOnWire({ options: [optionOnWire('instant', { banks: ['bocd', 'icbc'] }), optionOnWire('mail')] })
    await show('bankChanged')
    says('要换银行，原来银行的 App 办不了')
    says('没有查到本市有这种办法')
  })

  test('are two steps where the old card has to be cancelled first', async () => {
    const desk = await arrive({ card: cardOnWire({ issuingBank: 'elsewhere' }) })
    desk.answer = answerOnWire({ cancelFirst: true, options: [optionOnWire('instant', { banks: ['icbc', 'abc', 'ccb', 'psbc', 'boc', 'bocd', 'cdrcb'] })] })
    await show('movedProvince')
    expect(heading()).toBe('这张卡要分两步办')
    says('第一步：注销旧卡')
    says(/任意一家：.*成都农商银行/)
    await tap('看这两步去哪里')
    expect(phone.opened).toEqual(['/pages/outlets/index?city=chengdu&cardId=card-1&need=instantReissue'])
  })

  test('are not there at all: whom to ask', async () => {
    const desk = await arrive()
    desk.answer = answerOnWire({ options: [] })
    await show()
    says('没有查到能办的办法')
    await tap('人社热线，电话 028-12333')
    expect(phone.called).toEqual(['028-12333'])
  })

  test('in elder mode come one at a time', async () => {
    await arrive({ mode: 'elder' })
    await show()
    expect(screen.queryByText('当天，等着就能拿')?.className).toContain('cell-second')
    await tap(/^银行网点，当场拿卡/)
    await tap('看附近能当场拿卡的')
    await tap('看别的办法')
    expect(heading()).toBe('怎么拿到新卡')
  })

  test('in English', async () => {
    await arrive({ language: 'en' })
    await show()
    expect(heading()).toBe('How to get a new card')
    says('Ready about 31 Mar')
  })

  test('without a network say that nothing was done, and come once it is back', async () => {
    const desk = await arrive()
    await setOnline(false)
    await show()
    expect(heading()).toBe('手机没连上网')
    expect(desk.office.wire.requestsOf('reissue/options')).toEqual([])
    await setOnline(true)
    await tap('再试一次')
    await pass()
    expect(heading()).toBe('怎么拿到新卡')
  })
})

describe('a rule that says no', () => {
  test.each(reissueRefusals)('%s says why and what to do next', async (code) => {
    const desk = await arrive()
    desk.answer = { refused: code }
    await show()
    expect(heading()).toBe(reissueCopyIn('zh').refusals[code].title)
    says(reissueCopyIn('zh').refusals[code].next)
  })

  test.each([
    ['orderOpen', '看办到哪一步', '/pages/order/index?cardId=card-1'],
    ['reissueAlreadyAccepted', '看办到哪一步', '/pages/order/index?cardId=card-1'],
    ['guardianConsentNeeded', '去“我的家人”', '/pages/family/index'],
    ['cancelAtAgencyFirst', '查网点', '/pages/outlets/index?city=chengdu&cardId=card-1&need=instantReissue'],
    ['proxyInPersonOnly', '查网点', '/pages/outlets/index?city=chengdu&cardId=card-1&need='],
    ['lossReportedHere', '卡找到了，去解挂', '/pages/release/index?cardId=card-1'],
  ] as const)('%s has a way on', async (code, button, page) => {
    const desk = await arrive()
    desk.answer = { refused: code }
    await show()
    await tap(button)
    expect(phone.opened).toEqual([page])
  })

  test('as an error of the question itself is said as well', async () => {
    const desk = await arrive()
    desk.office.wire.on('reissue/options', () => {
      throw new Refused('reissueLimit')
    })
    await show()
    expect(heading()).toBe('这一年补卡的次数满了')
  })
})
