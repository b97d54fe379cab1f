import { dueLapses, settled } from '@/domain/lapse'
import { policyOf, type CityCode } from '@/domain/policies'
import { decideRelease } from '@/domain/release'
import { decideReportLoss } from '@/domain/report-loss'
import { stateAt } from '@/domain/state'
import { after, aCard, civil, days, eventsOf, formal, inAWord, loss, release, seconds, temporary } from '../support/builders'

const reportedByPhone = (city: CityCode, at: number) => after(aCard(), decideReportLoss(aCard(), loss('phone'), policyOf(city), at))

describe.each<[CityCode, number]>([['chengdu', 7], ['shanghai', 5], ['beijing', 10], ['national', 7]])(
  'a temporary report in %s lasts %i days of 86,400 s',
  (city, length) => {
    const policy = policyOf(city)
    describe.each([
      ['in the morning', '2026-03-02 09:30:00.000'],
      ['at civil midnight', '2026-03-02 00:00:00.000'],
      ['a millisecond before civil midnight', '2026-03-02 23:59:59.999'],
      ['across the end of February', '2026-02-26 12:00:00.000'],
      ['across 29 February', '2028-02-27 12:00:00.000'],
      ['across the end of a year', '2026-12-30 23:00:00.000'],
    ])('made %s', (_when, made) => {
      const reportedAt = civil(made)
      const lapsesAt = reportedAt + length * 86_400_000
      const card = reportedByPhone(city, reportedAt)

      test.each([
        ['a second before', lapsesAt - seconds(1)],
        ['a millisecond before', lapsesAt - 1],
      ])('%s its end it is in force: shown, not reported twice, released', (_, now) => {
        expect(stateAt(card, now).socialSecurity).toEqual({ state: 'temporarilyLost', since: reportedAt, lapsesAt })
        expect(dueLapses(card, now)).toEqual([])
        expect(inAWord(decideReportLoss(card, loss('phone'), policy, now))).toBe('already')
        expect(eventsOf(decideRelease(card, release('phone'), policy, now)).map(({ what }) => what)).toEqual(['reportReleased'])
      })

      test.each([
        ['on the millisecond', lapsesAt],
        ['a millisecond after', lapsesAt + 1],
        ['a second after', lapsesAt + seconds(1)],
        ['a year after', lapsesAt + days(365)],
      ])('%s of its end it reads as released, and a new report may follow at once', (_, now) => {
        expect(stateAt(card, now).socialSecurity).toEqual({ state: 'inUse', since: lapsesAt })
        expect(inAWord(decideRelease(card, release('phone'), policy, now))).toBe('already')
        const events = eventsOf(decideReportLoss(card, loss('phone'), policy, now))
        expect(events.map(({ what, at }) => [what, at])).toEqual([['reportLapsed', lapsesAt], ['lossReported', now]])
        expect(events[1]).toMatchObject({ replaces: null, report: { kind: 'temporary', lapsesAt: now + length * 86_400_000 } })
      })
    })
  },
)

test('seven days from the last evening of February end on the same civil time in March', () => {
  const card = reportedByPhone('chengdu', civil('2026-02-27 23:30:00.000'))
  expect(stateAt(card, civil('2026-03-06 23:29:59.999')).socialSecurity.lapsesAt).toBe(civil('2026-03-06 23:30:00.000'))
  expect(stateAt(card, civil('2026-03-06 23:30:00.000')).socialSecurity.state).toBe('inUse')
})

describe('a bank’s temporary report', () => {
  const made = civil('2026-04-28 18:00:00.000')
  const lapsesAt = civil('2026-05-03 18:00:00.000')
  const card = after(aCard(), decideReportLoss(aCard(), loss('bank', { kind: 'temporary', by: 'bank' }), policyOf('beijing'), made))

  test('lasts five days, whatever the city gives the social security function', () => {
    expect(stateAt(card, lapsesAt - 1).financial).toEqual({ state: 'temporarilyLost', since: made, lapsesAt })
    expect(stateAt(card, lapsesAt).financial).toEqual({ state: 'inUse', since: lapsesAt })
    expect(stateAt(card, lapsesAt - 1).socialSecurity.state).toBe('inUse')
  })
})

describe('both functions temporarily lost', () => {
  const start = civil('2026-03-02 09:30:00.000')
  const card = aCard({
    report: temporary('phone', { reportedAt: start, lapsesAt: start + days(7) }),
    bankReport: temporary('bank', { id: 'bank-0', reportedAt: start, lapsesAt: start + days(5), by: 'bank' }),
    changedAt: start,
  })

  test('lapse each at its own time, oldest first', () => {
    expect(dueLapses(card, start + days(8)).map(({ function: of, at, reportId }) => [of, at, reportId])).toEqual([
      ['financial', start + days(5), 'bank-0'],
      ['socialSecurity', start + days(7), 'report-0'],
    ])
    expect(dueLapses(card, start + days(6)).map(({ function: of }) => of)).toEqual(['financial'])
    expect(dueLapses(card, start + days(8)).every(({ channel, by }) => channel === 'system' && by === 'system')).toBe(true)
  })

  test('a lapse is written before what follows it, even a change of the other function', () => {
    const events = eventsOf(decideRelease(card, release('phone'), policyOf('chengdu'), start + days(6)))
    expect(events.map(({ what, at }) => [what, at])).toEqual([['reportLapsed', start + days(5)], ['reportReleased', start + days(6)]])
  })
})

test('a formal report has no end of its own', () => {
  const card = aCard({ report: formal('wechat') })
  expect(stateAt(card, card.changedAt + days(3650)).socialSecurity).toEqual({ state: 'formallyLost', since: card.changedAt })
})

test('settling a card twice is settling it once', () => {
  const card = reportedByPhone('chengdu', civil('2026-03-02 09:30:00.000'))
  const later = civil('2026-03-20 00:00:00.000')
  expect(settled(settled(card, later), later)).toEqual(settled(card, later))
})

describe('the clock goes backwards', () => {
  const policy = policyOf('chengdu')
  const written = civil('2026-03-09 09:30:00.000')
  const earlier = civil('2026-03-01 00:00:00.000')

  test('a report is dated at the newest event, and lasts its days from there', () => {
    const card = aCard({ changedAt: written })
    const [event] = eventsOf(decideReportLoss(card, loss('phone'), policy, earlier))
    expect(event).toMatchObject({ at: written, report: { reportedAt: written, lapsesAt: written + days(7) } })
  })

  test('a report that had lapsed when the last event was written does not come back', () => {
    const lapsesAt = written - seconds(1)
    const card = aCard({ report: temporary('phone', { reportedAt: lapsesAt - days(7), lapsesAt }), changedAt: written })
    expect(stateAt(card, earlier).socialSecurity).toEqual({ state: 'inUse', since: lapsesAt })
  })

  test('a report in force when the last event was written stays in force', () => {
    const card = reportedByPhone('chengdu', written)
    expect(stateAt(card, earlier).socialSecurity.state).toBe('temporarilyLost')
    expect(inAWord(decideReportLoss(card, loss('phone'), policy, earlier))).toBe('already')
    expect(eventsOf(decideRelease(card, release('phone'), policy, earlier))[0]).toMatchObject({ at: written })
  })
})
