import type { CardEvent } from '@/domain/events'
import { disputableIn, noticesOf, noticeTopics, sendAt } from '@/domain/notices'
import { cityCodes, policyOf } from '@/domain/policies'
import { decideRelease } from '@/domain/release'
import { decideReportLoss } from '@/domain/report-loss'
import { aCard, accepted, anOrder, cityLike, civil, days, disputed, eventsOf, formal, hours, imported, loss, monday, release, temporary } from '../support/builders'

const chengdu = policyOf('chengdu')
const reportedBy = (channel: 'phone' | 'wechat', policy = chengdu) =>
  eventsOf(decideReportLoss(aCard(), loss(channel, { by: 'guardian' }), policy, monday))
const notices = (events: readonly CardEvent[], policy = chengdu) => events.flatMap((event) => noticesOf(event, policy))

test('a formal report is told once: who, when, from where, and whom to call if it was not them', () => {
  expect(notices(reportedBy('wechat'))).toEqual([{
    about: 'lossReported',
    function: 'socialSecurity',
    at: monday,
    channel: 'wechat',
    by: 'guardian',
    dueAt: monday,
    disputeHotline: '028-12333',
    kind: 'formal',
    reportId: 'report-1',
  }])
})

test('a release is told with who released it and where', () => {
  const card = aCard({ report: formal('wechat') })
  expect(notices(eventsOf(decideRelease(card, release('alipay'), chengdu, monday + hours(2))))).toMatchObject([
    { about: 'reportReleased', channel: 'alipay', by: 'cardholder', at: monday + hours(2), dueAt: monday + hours(2) },
  ])
})

test('a lapse is told as the clock’s doing, when it happened', () => {
  const card = aCard({ report: temporary('phone', { lapsesAt: monday }) })
  const events = eventsOf(decideReportLoss(card, loss('wechat'), chengdu, monday + days(1)))
  expect(notices(events)).toMatchObject([
    { about: 'reportLapsed', channel: 'system', by: 'system', at: monday },
    { about: 'lossReported', channel: 'wechat', at: monday + days(1) },
  ])
})

test('an accepted reissue is told', () => {
  const reissue = accepted('replacement')
  expect(notices([{ what: 'reissueAccepted', at: monday, channel: 'counter', by: 'proxy', reissue, order: anOrder({ state: 'accepted' }) }])).toMatchObject([
    { about: 'reissueAccepted', function: 'socialSecurity', by: 'proxy', channel: 'counter' },
  ])
})

test('where the bank is covered, both halves are told', () => {
  const covering = cityLike(chengdu, { formalCoversBank: true })
  expect(notices(reportedBy('wechat', covering), covering).map(({ about, function: of }) => [about, of])).toEqual([
    ['lossReported', 'socialSecurity'],
    ['lossReported', 'financial'],
  ])
})

test('what changes no state is not told: an import, and the citizen’s own word about the bank', () => {
  const word = { at: monday, channel: 'wechat', by: 'cardholder' } as const
  const events = [imported({ report: formal('counter') }), { ...word, what: 'bankTold' }, { ...word, what: 'bankToldTakenBack' }] as const
  expect(notices(events)).toEqual([])
})

describe('the warnings before a temporary report lapses', () => {
  test.each(cityCodes)('in %s are due two days and half a day before the lapse', (city) => {
    const policy = policyOf(city)
    const [told, ...warnings] = notices(reportedBy('phone', policy), policy)
    const lapsesAt = monday + days({ chengdu: 7, shanghai: 5, beijing: 10, national: 7 }[city])
    expect(told).toMatchObject({ about: 'lossReported', dueAt: monday, kind: 'temporary', lapsesAt })
    const warning = {
      about: 'lapsesSoon', at: monday, channel: 'phone', by: 'guardian', disputeHotline: policy.hotline.value, reportId: 'report-1', lapsesAt,
    }
    expect(warnings).toMatchObject([{ ...warning, dueAt: lapsesAt - hours(48) }, { ...warning, dueAt: lapsesAt - hours(12) }])
    expect(warnings).toHaveLength(2)
  })

  test.each([
    ['a second before the report’s own notice is past: no warning', 7 * 24 + 1 / 3600, 0],
    ['at the moment of the report is its own notice: no warning', 7 * 24, 0],
    ['a second after the report is sent', 7 * 24 - 1 / 3600, 1],
  ])('a warning time %s', (_, before, warnings) => {
    const policy = cityLike(chengdu, { lapseWarningHours: [before] })
    expect(notices(reportedBy('phone', policy), policy).filter(({ about }) => about === 'lapsesSoon')).toHaveLength(warnings)
  })
})

test('a dispute is told when it opens and how it ends, and that a password was set, never which, and that there is a guardian, never who', () => {
  const from = { at: monday, channel: 'counter', by: 'cardholder' } as const
  expect(notices([
    { ...from, what: 'disputed', dispute: disputed() },
    { ...from, what: 'disputeClosed', disputeId: 'dispute-0', outcome: 'upheld' },
    { ...from, what: 'passwordSet' },
    { ...from, what: 'guardianLinked', by: 'guardian' },
  ])).toMatchObject([{ about: 'disputed' }, { about: 'disputeClosed', outcome: 'upheld' }, { about: 'passwordSet', function: 'socialSecurity' },
    { about: 'guardianLinked', by: 'guardian', channel: 'counter', at: monday, dueAt: monday, disputeHotline: '028-12333' }])
})

describe('the quiet hours', () => {
  const waiting = ['lapsesSoon', 'reportLapsed']

  test.each([
    ['2026-03-02 21:59:59.999', '2026-03-02 21:59:59.999'],
    ['2026-03-02 22:00:00.000', '2026-03-03 08:00:00.000'],
    ['2026-03-02 23:59:59.999', '2026-03-03 08:00:00.000'],
    ['2026-03-03 00:00:00.000', '2026-03-03 08:00:00.000'],
    ['2026-03-03 07:59:59.999', '2026-03-03 08:00:00.000'],
    ['2026-03-03 08:00:00.000', '2026-03-03 08:00:00.000'],
  ])('what is due at %s and can wait is sent at %s', (due, sent) => {
    for (const about of noticeTopics) expect(sendAt(about, civil(due), chengdu)).toBe(civil(waiting.includes(about) ? sent : due))
  })

  test('are the city’s', () => {
    const policy = cityLike(chengdu, { quietHours: { from: 20, until: 9 } })
    expect(sendAt('lapsesSoon', civil('2026-03-02 20:00:00.000'), policy)).toBe(civil('2026-03-03 09:00:00.000'))
  })
})

test('what somebody did can be disputed, and what the clock did, what goes its way, or a dispute itself, cannot', () => {
  expect(noticeTopics.filter((about) => disputableIn(about) === about)).toEqual(['lossReported', 'reportReleased', 'reissueAccepted', 'passwordSet', 'guardianLinked'])
  expect(noticeTopics.filter((about) => disputableIn(about) === null)).toEqual(
    ['reportLapsed', 'lapsesSoon', 'reissueApplied', 'reissueMoved', 'addressChanged', 'cardOpened', 'functionActivated', 'disputed', 'disputeClosed'])
})
