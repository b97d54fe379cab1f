import { decideBankTold } from '@/domain/bank-told'
import type { Card } from '@/domain/card'
import { cityCodes, policyOf } from '@/domain/policies'
import { decideRelease } from '@/domain/release'
import { decideReportLoss } from '@/domain/report-loss'
import { bankStillToTell, stateAt } from '@/domain/state'
import { channels, lives } from '@/domain/words'
import {
  after, aCard, accepted, cityLike, days, eventsOf, formal, hours, inAWord, loss, monday, release, temporary,
} from '../support/builders'

const policy = policyOf('chengdu')
const soon = monday + hours(1)
const say = (card: Card, told: boolean, now = soon) => decideBankTold(card, { told, channel: 'wechat', by: 'cardholder' }, now)
const lost = aCard({ report: formal('wechat') })

describe('what the citizen says about the bank', () => {
  test('is kept, with who and when, and changes no function’s state', () => {
    const told = after(lost, say(lost, true))
    expect(told.bankTold).toEqual({ at: soon, by: 'cardholder' })
    expect(told.functions).toEqual(lost.functions)
    expect(bankStillToTell(lost, soon)).toBe(true)
    expect(bankStillToTell(told, soon)).toBe(false)
  })

  test('can be taken back, and said again', () => {
    const told = after(lost, say(lost, true))
    const untold = after(told, say(told, false))
    expect(untold.bankTold).toBeNull()
    expect(bankStillToTell(untold, soon)).toBe(true)
    expect(inAWord(say(untold, true))).toBe('change')
  })

  test('said twice, or taken back before it was said, is so already', () => {
    expect(inAWord(say(after(lost, say(lost, true)), true))).toBe('already')
    expect(inAWord(say(lost, false))).toBe('already')
  })

  test.each([
    ['nothing is reported', aCard()],
    ['a temporary report has lapsed', aCard({ report: temporary('phone', { lapsesAt: soon }) })],
    ['only the bank’s half is reported', aCard({ bankReport: formal('bank') })],
    ['the card is cancelled', aCard({ life: 'cancelled' })],
  ])('is refused while %s', (_, card) => {
    expect(inAWord(say(card, true))).toBe('nothingReported')
    expect(inAWord(say(card, false))).toBe('nothingReported')
  })

  test('holds while the same loss is reported formally', () => {
    const temporarily = aCard({ report: temporary('phone') })
    const told = after(temporarily, say(temporarily, true))
    expect(after(told, decideReportLoss(told, loss('wechat'), policy, soon)).bankTold).toEqual({ at: soon, by: 'cardholder' })
  })

  test('is a new matter when the card is lost again after a release', () => {
    const told = after(lost, say(lost, true))
    const found = after(told, decideRelease(told, release('alipay'), policy, soon))
    const again = after(found, decideReportLoss(found, loss('wechat'), policy, monday + days(30)))
    expect(bankStillToTell(found, soon)).toBe(false)
    expect(again.bankTold).toBeNull()
    expect(bankStillToTell(again, monday + days(30))).toBe(true)
  })

  test('is a new matter when the card is lost again after a lapse that nobody wrote down', () => {
    const card = aCard({ report: temporary('phone'), bankTold: { at: monday, by: 'cardholder' } })
    const again = after(card, decideReportLoss(card, loss('wechat'), policy, monday + days(8)))
    expect(again.bankTold).toBeNull()
  })
})

describe('what the bank itself says', () => {
  const byBank = (card: Card) => decideReportLoss(card, loss('bank', { by: 'bank' }), policy, soon)

  test('is a report on its own half, and leaves the social security function as it is', () => {
    const card = after(aCard(), byBank(aCard()))
    expect(stateAt(card, soon).financial).toEqual({ state: 'formallyLost', since: soon })
    expect(stateAt(card, soon).socialSecurity.state).toBe('inUse')
    expect(card.functions.financial.report).toMatchObject({ channel: 'bank', by: 'bank', releasedLike: 'bank', id: 'report-1-bank' })
  })

  test('ends the open task, and the citizen need not say it any more', () => {
    const card = after(lost, byBank(lost))
    expect(bankStillToTell(card, soon)).toBe(false)
    expect(inAWord(say(card, true))).toBe('already')
  })

  test('does not take the citizen’s word away: it is taken back by the citizen, and only once', () => {
    const told = after(lost, say(lost, true))
    const both = after(told, byBank(told))
    expect(both.bankTold).not.toBeNull()
    const untold = after(both, say(both, false))
    expect(untold.bankTold).toBeNull()
    expect(inAWord(say(untold, false))).toBe('already')
  })

  test('when its temporary report lapses, the bank is to be told again', () => {
    const card = aCard({ report: formal('wechat'), bankReport: temporary('bank', { lapsesAt: monday + days(5) }) })
    expect(bankStillToTell(card, monday + days(5) - 1)).toBe(false)
    expect(bankStillToTell(card, monday + days(5))).toBe(true)
  })

  test('an account that is closed has no bank to be told', () => {
    expect(bankStillToTell(aCard({ report: formal('wechat'), financialLife: 'cancelled' }), soon)).toBe(false)
  })
})

describe.each(cityCodes)('the financial function in %s', (city) => {
  const here = policyOf(city)
  const others = channels.filter((channel) => channel !== 'bank')
  const onFinancial = { function: 'financial' } as const

  const reportable = lives.filter((life) => life !== 'cancelled')
  const socialSides = [{}, { life: 'cancelled' }, { report: formal('wechat'), reissue: accepted('replacement') }] as const

  test.each(reportable)('%s: the bank reports and releases it, whatever the social side is', (financialLife) => {
    for (const card of socialSides.map((side) => aCard({ financialLife, ...side }))) {
      const reported = after(card, decideReportLoss(card, loss('bank'), here, soon))
      const released = after(reported, decideRelease(reported, release('bank'), here, soon))
      expect(stateAt(released, soon).financial.state).toBe(financialLife)
      expect(released.functions.socialSecurity).toEqual(card.functions.socialSecurity)
    }
  })

  test('nobody else reports it', () => {
    for (const channel of others) {
      for (const kind of [{}, { kind: 'temporary' }, { kind: 'formal' }] as const) {
        expect(inAWord(decideReportLoss(aCard(), loss(channel, { ...onFinancial, ...kind }), here, soon))).toBe('reportNotMadeHere: bank')
      }
    }
  })

  test('nobody else releases it, formal or temporary', () => {
    for (const bankReport of [formal('bank'), temporary('bank')]) {
      for (const channel of others) {
        expect(inAWord(decideRelease(aCard({ bankReport }), release(channel, onFinancial), here, soon))).toBe('releasedElsewhere: bank')
      }
    }
  })

  test('a closed account is neither reported nor released', () => {
    const closed = aCard({ financialLife: 'cancelled' })
    expect(inAWord(decideReportLoss(closed, loss('bank'), here, soon))).toBe('cardCancelled')
    expect(inAWord(decideRelease(closed, release('bank'), here, soon))).toBe('cardCancelled')
  })

  test('a release of the social security function leaves the bank’s report (rule 13)', () => {
    const card = aCard({ report: formal('wechat'), bankReport: formal('bank') })
    const found = after(card, decideRelease(card, release('wechat'), here, soon))
    expect(stateAt(found, soon)).toMatchObject({ socialSecurity: { state: 'inUse' }, financial: { state: 'formallyLost' } })
  })

  test('a formal report of the social security function does not reach it', () => {
    const card = after(aCard(), decideReportLoss(aCard(), loss('wechat'), here, soon))
    expect(card.functions.financial).toEqual(aCard().functions.financial)
  })
})

describe('in a city whose formal report covers the bank', () => {
  const covering = cityLike(policy, { formalCoversBank: true })
  const reported = (card: Card, now = soon) => decideReportLoss(card, loss('wechat'), covering, now)

  test('both halves are reported at once, the bank’s half to be released at the bank', () => {
    const card = after(aCard(), reported(aCard()))
    expect(stateAt(card, soon)).toEqual({
      socialSecurity: { state: 'formallyLost', since: soon },
      financial: { state: 'formallyLost', since: soon },
    })
    expect(card.functions.financial.report).toMatchObject({ id: 'report-1-bank', channel: 'wechat', releasedLike: 'bank' })
    expect(bankStillToTell(card, soon)).toBe(false)
    expect(inAWord(say(card, true))).toBe('already')
  })

  test('its release in WeChat leaves the bank’s half, which the bank releases', () => {
    const card = after(aCard(), reported(aCard()))
    const found = after(card, decideRelease(card, release('wechat'), covering, soon))
    expect(stateAt(found, soon)).toMatchObject({ socialSecurity: { state: 'inUse' }, financial: { state: 'formallyLost' } })
    expect(inAWord(decideRelease(found, release('bank'), covering, soon))).toBe('change')
  })

  test('a bank’s temporary report still in force is replaced, so that it no longer lapses', () => {
    const card = aCard({ bankReport: temporary('bank', { id: 'bank-0', lapsesAt: monday + days(5) }) })
    expect(eventsOf(reported(card))).toMatchObject([
      { function: 'socialSecurity', replaces: null },
      { function: 'financial', replaces: 'bank-0', report: { kind: 'formal' } },
    ])
    expect(stateAt(after(card, reported(card)), monday + days(30)).financial.state).toBe('formallyLost')
  })

  test('a bank’s temporary report that has lapsed is ended first, and a new one opens', () => {
    const card = aCard({ bankReport: temporary('bank', { id: 'bank-0', lapsesAt: monday + days(5) }) })
    expect(eventsOf(reported(card, monday + days(6)))).toMatchObject([
      { what: 'reportLapsed', function: 'financial', reportId: 'bank-0', at: monday + days(5) },
      { what: 'lossReported', function: 'socialSecurity' },
      { what: 'lossReported', function: 'financial', replaces: null },
    ])
  })

  test('a bank’s own formal report stays as it is', () => {
    const card = aCard({ bankReport: formal('bank') })
    expect(eventsOf(reported(card))).toHaveLength(1)
    expect(after(card, reported(card)).functions.financial).toEqual(card.functions.financial)
  })

  test('a closed account is not touched', () => {
    expect(eventsOf(reported(aCard({ financialLife: 'cancelled' })))).toHaveLength(1)
  })

  test('a temporary report does not cover the bank, the formal one after it does', () => {
    const temporarily = after(aCard(), decideReportLoss(aCard(), loss('phone'), covering, monday))
    expect(stateAt(temporarily, soon).financial.state).toBe('inUse')
    expect(bankStillToTell(temporarily, soon)).toBe(true)
    expect(stateAt(after(temporarily, reported(temporarily)), soon).financial.state).toBe('formallyLost')
  })
})

test('in Shanghai a bank takes a report of the social security function too, and releases it', () => {
  const shanghai = policyOf('shanghai')
  const whole = { function: 'socialSecurity' } as const
  const card = after(aCard(), decideReportLoss(aCard(), loss('bank', whole), shanghai, soon))
  expect(stateAt(card, soon)).toMatchObject({ socialSecurity: { state: 'formallyLost' }, financial: { state: 'inUse' } })
  expect(inAWord(decideRelease(card, release('wechat'), shanghai, soon))).toBe('releasedElsewhere: bank')
  expect(inAWord(decideRelease(card, release('bank', whole), shanghai, soon))).toBe('change')
})
