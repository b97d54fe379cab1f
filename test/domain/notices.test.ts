import type { CardEvent } from '@/domain/events'
import { noticesOf } from '@/domain/notices'
import { cityCodes, policyOf } from '@/domain/policies'
import { decideRelease } from '@/domain/release'
import { decideReportLoss } from '@/domain/report-loss'
import { aCard, accepted, cityLike, days, eventsOf, formal, hours, imported, loss, monday, release, temporary } from '../support/builders'

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
  expect(notices([{ what: 'reissueAccepted', at: monday, channel: 'counter', by: 'proxy', reissue }])).toMatchObject([
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

describe('the warning before a temporary report lapses', () => {
  test.each(cityCodes)('in %s is due a day before the lapse', (city) => {
    const policy = policyOf(city)
    const [told, warning, ...rest] = notices(reportedBy('phone', policy), policy)
    expect(rest).toEqual([])
    expect(told).toMatchObject({ about: 'lossReported', dueAt: monday })
    expect(warning).toMatchObject({
      about: 'lapsesSoon', at: monday, channel: 'phone', by: 'guardian', disputeHotline: policy.hotline.value,
      dueAt: monday + days({ chengdu: 7, shanghai: 5, beijing: 10, national: 7 }[city] - 1),
    })
  })

  test.each([
    ['a second before the report’s own notice is past: no warning', 7 * 24 + 1 / 3600, 0],
    ['at the moment of the report is its own notice: no warning', 7 * 24, 0],
    ['a second after the report is sent', 7 * 24 - 1 / 3600, 1],
  ])('a warning time %s', (_, lapseWarningHours, warnings) => {
    const policy = cityLike(chengdu, { lapseWarningHours })
    expect(notices(reportedBy('phone', policy), policy).filter(({ about }) => about === 'lapsesSoon')).toHaveLength(warnings)
  })
})
