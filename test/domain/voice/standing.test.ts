import { banks } from '@/domain/policies/banks'
import { chengdu } from '@/domain/policies/chengdu'
import { standingOf } from '@/domain/voice'
import type { Card } from '@/domain/card'
import { aCard, accepted, cityLike, disputed, formal, monday, temporary } from '../../support/builders'

const who = { role: 'cardholder', holderAge: 40 } as const
const of = (card: Card, over: { readonly holderAge?: number; readonly policy?: typeof chengdu } = {}, now = monday) =>
  standingOf({ card, who: { ...who, ...(over.holderAge && { holderAge: over.holderAge }) }, policy: over.policy ?? chengdu, bank: banks.icbc }, now)

test('a card that works can be reported, with what is said of it', () => {
  expect(of(aCard())).toEqual({
    state: 'inUse', until: null, releasedIn: [], notReported: null, notCancelled: { code: 'nothingToRelease', where: [] }, days: 7,
    formalIn: ['wechat', 'alipay', 'tianfu', 'counter', 'terminal'], bank: banks.icbc.name, hotline: '95588', bankToTell: false,
  })
})

test('a report made here is cancelled here, until the moment it lapses', () => {
  const report = temporary('phone')
  const card = aCard({ report })
  for (const now of [monday, report.lapsesAt - 1]) {
    expect(of(card, {}, now)).toMatchObject({ state: 'temporarilyLost', until: report.lapsesAt, releasedIn: ['phone', 'counter'], notReported: { code: 'alreadyReported' }, notCancelled: null, bankToTell: true })
  }
  for (const now of [report.lapsesAt, report.lapsesAt + 1]) {
    expect(of(card, {}, now)).toMatchObject({ state: 'inUse', until: null, releasedIn: [], notReported: null, notCancelled: { code: 'nothingToRelease' }, bankToTell: false })
  }
})

test('a report made elsewhere is released there', () => {
  expect(of(aCard({ report: formal('wechat') }))).toMatchObject({ state: 'formallyLost', notReported: { code: 'alreadyReported' }, notCancelled: { code: 'releasedElsewhere', where: ['wechat', 'alipay', 'tianfu'] } })
})

test('a minor has a guardian', () => {
  const minor = { code: 'minorNeedsGuardian', where: [] }
  expect(of(aCard(), { holderAge: 15 })).toMatchObject({ notReported: minor, notCancelled: minor })
})

test('an accepted reissue, a dispute and a cancelled card stand in the way', () => {
  expect(of(aCard({ report: formal('wechat'), reissue: accepted('replacement') }))).toMatchObject({ state: 'beingReissued', releasedIn: [], notCancelled: { code: 'reissueAlreadyAccepted' } })
  expect(of(aCard({ report: temporary('phone'), dispute: disputed() })).notCancelled).toEqual({ code: 'disputeOpen', where: [] })
  expect(of(aCard({ life: 'cancelled' }))).toMatchObject({ state: 'cancelled', notReported: { code: 'cardCancelled' } })
})

test('a city that takes no temporary reports by telephone promises no days; one that takes none says where', () => {
  const made = (kinds: readonly 'formal'[]) => cityLike(chengdu, { reports: { phone: { socialSecurity: kinds, financial: [] } } })
  expect(of(aCard(), { policy: made(['formal']) })).toMatchObject({ days: null, notReported: null })
  expect(of(aCard(), { policy: made([]) }).notReported).toEqual({ code: 'reportNotMadeHere', where: ['wechat', 'alipay', 'tianfu', 'counter', 'terminal'] })
})

test('a bank that the city does not know is said as the issuing one', () => {
  expect(standingOf({ card: aCard(), who, policy: chengdu, bank: undefined }, monday)).toMatchObject({ bank: null, hotline: '' })
})
