import type { Card } from '@/domain/card'
import { cityCodes, policyOf, type CityCode } from '@/domain/policies'
import { reissueAnswer, reissueReasons, type ReissueCase, type ReissueReason } from '@/domain/reissue'
import { channels, roles, type Channel, type Role } from '@/domain/words'
import { aCard, accepted, anOrder, days, disputed, formal, frozen, monday, temporary } from '../../support/builders'

const now = monday + days(2)
const seven = ['icbc', 'abc', 'ccb', 'psbc', 'boc', 'bocd', 'cdrcb']

const asked = (over: Partial<ReissueCase> = {}): ReissueCase => ({
  card: aCard(), issuingBank: 'icbc', reason: 'lost', who: { role: 'cardholder', holderAge: 40 }, channel: 'wechat', withinYear: 0, ...over,
})
const answer = (over: Partial<ReissueCase> = {}, city: CityCode = 'chengdu') => reissueAnswer(asked(over), frozen(policyOf(city)), now)

/** By hand: whether the old bank alone makes it, and with that whether its app does; whether a photo is asked for. */
const byReason: Record<ReissueReason, { kind: string; ways: string; banks: readonly string[]; photo: boolean }> = {
  lost: { kind: 'replacement', ways: 'instant serviceOutlet bankApp mail', banks: ['icbc'], photo: false },
  expired: { kind: 'exchange', ways: 'instant serviceOutlet bankApp mail', banks: ['icbc'], photo: false },
  damaged: { kind: 'exchange', ways: 'instant serviceOutlet bankApp mail', banks: ['icbc'], photo: false },
  defaced: { kind: 'exchange', ways: 'instant serviceOutlet bankApp mail', banks: ['icbc'], photo: false },
  detailsChanged: { kind: 'exchange', ways: 'instant serviceOutlet bankApp mail', banks: ['icbc'], photo: false },
  bankChanged: { kind: 'exchange', ways: 'instant serviceOutlet mail', banks: seven, photo: false },
  movedProvince: { kind: 'exchange', ways: 'instant serviceOutlet mail', banks: seven, photo: false },
  oldMedicalCard: { kind: 'exchange', ways: 'instant serviceOutlet mail', banks: seven, photo: true },
}

/** By hand: what who acts brings. */
const papers: Record<Role, readonly string[]> = {
  cardholder: ['holderId'], guardian: ['guardianId', 'householdRegister'], proxy: ['holderId', 'proxyId'],
}
const who = {
  cardholder: { role: 'cardholder', holderAge: 40 },
  guardian: { role: 'guardian', holderAge: 9, agreed: true },
  proxy: { role: 'proxy', holderAge: 80, granted: ['reissue'] },
} as const

describe.each(reissueReasons)('for %s', (reason) => {
  const { kind, ways, banks, photo } = byReason[reason]

  test.each(roles)('asked for by the %s', (role) => {
    const found = answer({ reason, who: who[role] })
    if ('refused' in found) throw new Error(found.refused)
    expect([found.kind, found.stopsOldCard, found.cancelFirst, found.fee]).toEqual([kind, kind === 'replacement', false, null])
    expect(found.report).toBe(kind === 'replacement' ? 'madeToo' : 'notNeeded')
    expect(found.options.map(({ way }) => way).join(' ')).toBe(ways)
    const bring = [...papers[role], ...(kind === 'exchange' ? ['card'] : []), ...(photo ? ['photo'] : [])]
    for (const option of found.options) {
      expect([option.papers, option.photo]).toEqual([bring, photo])
      expect(option.workingDays).toBe(option.way === 'instant' ? 0 : 15)
      expect(option.banks).toEqual(option.way === 'instant' || option.way === 'bankApp' ? banks : [])
    }
  })

  test.each(channels)('in %s one applies for what that door takes', (channel) => {
    const found = answer({ reason, channel })
    if ('refused' in found) throw new Error(found.refused)
    const doors: Record<string, readonly Channel[]> =
      { instant: ['bank'], serviceOutlet: ['counter', 'wechat', 'alipay'], bankApp: ['bank'], mail: ['counter', 'wechat', 'alipay'] }
    expect(found.options.map(({ way, here }) => [way, here])).toEqual(found.options.map(({ way }) => [way, doors[way]?.includes(channel)]))
  })

  test.each(cityCodes)('in %s it is answered by the city’s own banks', (city) => {
    const own = policyOf(city).banks.value.map(({ code }) => code)
    const found = answer({ reason }, city)
    if ('refused' in found) throw new Error(found.refused)
    expect(found.options[0]?.banks).toEqual(banks.length === 1 ? ['icbc'] : own)
  })
})

test('a formal report that is open is the one a lost card needs; a temporary one, or one that lapsed, is not', () => {
  const report = (card: Card) => {
    const found = answer({ card })
    return 'refused' in found ? found.refused : found.report
  }
  expect(report(aCard({ report: formal('counter') }))).toBe('open')
  expect(report(aCard({ report: temporary('phone') }))).toBe('madeToo')
  expect(report(aCard({ report: temporary('phone', { lapsesAt: monday + days(1) }) }))).toBe('madeToo')
})

describe('a card from elsewhere that has moved to Chengdu (rule 16)', () => {
  const moved = { issuingBank: 'bocom' }

  test.each(reissueReasons)('is cancelled at an agency first, and only the seven banks are left: %s', (reason) => {
    const found = answer({ ...moved, reason })
    if ('refused' in found) throw new Error(found.refused)
    expect(found.cancelFirst).toBe(true)
    expect(found.options.map(({ way, banks }) => [way, banks])).toEqual([['instant', seven]])
  })

  test('once it is cancelled, the banks are what is left to do', () => {
    const found = answer({ ...moved, card: aCard({ life: 'cancelled' }) })
    expect(found).toMatchObject({ cancelFirst: false, report: 'notNeeded', options: [{ way: 'instant', banks: seven }] })
  })

  test.each(seven)('of %s it is like the city’s own', (issuingBank) => {
    expect(answer({ issuingBank })).toMatchObject({ cancelFirst: false, options: [{ banks: [issuingBank] }, {}, {}, {}] })
  })

  test('is no matter in a city that handles it like its own', () => {
    expect(answer(moved, 'beijing')).toMatchObject({ cancelFirst: false, options: [{ banks: ['bocom'] }, {}, {}, {}] })
  })
})

describe('is refused', () => {
  test.each([
    ['a cancelled card', { card: aCard({ life: 'cancelled' }) }, 'cardCancelled'],
    ['one that is being reissued', { card: aCard({ reissue: accepted('exchange') }) }, 'reissueAlreadyAccepted'],
    ['one with an application', { card: aCard({ order: anOrder() }) }, 'orderOpen'],
    ['one that was sent back to be put right', { card: aCard({ order: anOrder({ state: 'rejected' }) }) }, 'orderOpen'],
    ['one with a dispute', { card: aCard({ dispute: disputed() }) }, 'disputeOpen'],
    ['a child by itself', { who: { role: 'cardholder', holderAge: 15 } }, 'minorNeedsGuardian'],
    ['a guardian without consent', { who: { role: 'guardian', holderAge: 9, agreed: false } }, 'guardianConsentNeeded'],
    ['a proxy whose leave is for something else', { who: { role: 'proxy', holderAge: 80, granted: ['reportLoss'] } }, 'notGranted'],
    ['a proxy without leave, online', { who: { role: 'proxy', holderAge: 80 } }, 'proxyInPersonOnly'],
  ] as const)('%s', (_, over, code) => {
    expect(answer(over)).toEqual({ refused: code })
  })

  test('a card after an application was taken back is not', () => {
    expect(answer({ card: aCard({ order: anOrder({ state: 'cancelled' }) }) })).toMatchObject({ kind: 'replacement' })
  })

  test('as many new cards within a year as the city allows, and not one fewer', () => {
    const chengdu = policyOf('chengdu')
    const limited = { ...chengdu, reissue: { ...chengdu.reissue, timesAYear: { ...chengdu.reissue.timesAYear, value: 2 } } }
    expect(reissueAnswer(asked({ withinYear: 1 }), limited, now)).toMatchObject({ kind: 'replacement' })
    expect(reissueAnswer(asked({ withinYear: 2 }), limited, now)).toEqual({ refused: 'reissueLimit' })
    expect(answer({ withinYear: 50 })).toMatchObject({ kind: 'replacement' })
  })
})

test('an exchange stops the old card where the city says so, and a fee is named where it names one', () => {
  const chengdu = policyOf('chengdu')
  const strict = {
    ...chengdu,
    exchangeStopsOldCard: { ...chengdu.exchangeStopsOldCard, value: true },
    reissue: { ...chengdu.reissue, fees: { ...chengdu.reissue.fees, value: { replacement: 16, exchange: null } } },
  }
  expect(reissueAnswer(asked({ reason: 'damaged' }), strict, now)).toMatchObject({ stopsOldCard: true, fee: null })
  expect(reissueAnswer(asked(), strict, now)).toMatchObject({ fee: 16 })
})
