import { dayKind } from '@/domain/calendar'
import { dayHoursIn, type HolidayHabit, type WeekHours } from '@/domain/hours'
import { openingAt, type Schedule } from '@/domain/opening'
import { toIso } from '@/domain/time'
import { civil } from '../support/builders'

jest.mock('@/domain/calendar', () => ({ dayKind: jest.fn(jest.requireActual<{ dayKind: typeof dayKind }>('@/domain/calendar').dayKind) }))

const weekOf = (...days: readonly string[]): WeekHours => days.map((text) => dayHoursIn(text) ?? [])
const daily = (text: string): WeekHours => weekOf(...Array<string>(7).fill(text))
const withWeekend = (weekday: string, saturday = 'closed', sunday = 'closed'): WeekHours => weekOf(...Array<string>(5).fill(weekday), saturday, sunday)
const keeping = (week: WeekHours | null, holidays: HolidayHabit | null = 'closed'): Schedule => ({ week, holidays })

/** An opening in one line, its times without the year. */
const said = (schedule: Schedule, moment: string): string => {
  const opening = openingAt(schedule, civil(moment))
  const at = (instant: number | undefined) => (instant === undefined ? '-' : toIso(instant).slice(5, 19).replace('T', ' '))
  if (opening.state === 'open') return `open ${at(opening.until)} ${opening.then ?? at(opening.reopensAt)}`
  return opening.state === 'closed' ? `${opening.why} ${at(opening.opensAt)}` : opening.why
}

const office = keeping(withWeekend('09:00-12:00 13:30-17:00'))

describe('an office with a lunch break, on ordinary days', () => {
  test.each([
    ['2026-03-02 00:00:00.000', 'beforeHours 03-02 09:00:00'],
    ['2026-03-02 08:59:59.999', 'beforeHours 03-02 09:00:00'],
    ['2026-03-02 09:00:00.000', 'open 03-02 12:00:00 03-02 13:30:00'],
    ['2026-03-02 11:59:59.999', 'open 03-02 12:00:00 03-02 13:30:00'],
    ['2026-03-02 12:00:00.000', 'break 03-02 13:30:00'],
    ['2026-03-02 13:29:59.999', 'break 03-02 13:30:00'],
    ['2026-03-02 13:30:00.000', 'open 03-02 17:00:00 -'],
    ['2026-03-02 16:59:59.999', 'open 03-02 17:00:00 -'],
    ['2026-03-02 17:00:00.000', 'afterHours 03-03 09:00:00'],
    ['2026-03-02 23:59:59.999', 'afterHours 03-03 09:00:00'],
    ['2026-03-06 17:00:00.000', 'afterHours 03-09 09:00:00'],
    ['2026-03-07 10:00:00.000', 'dayOff 03-09 09:00:00'],
    ['2026-03-08 23:59:59.999', 'dayOff 03-09 09:00:00'],
  ])('at %s: %s', (moment, words) => {
    expect(said(office, moment)).toBe(words)
  })
})

describe('around National Day 2026 (1 to 7 October off, Sunday 20 September and Saturday 10 October worked)', () => {
  test.each([
    ['2026-09-20 10:00:00.000', 'open 09-20 12:00:00 09-20 13:30:00'],
    ['2026-09-19 10:00:00.000', 'dayOff 09-20 09:00:00'],
    ['2026-09-30 17:00:00.000', 'afterHours 10-08 09:00:00'],
    ['2026-10-01 00:00:00.000', 'holiday 10-08 09:00:00'],
    ['2026-10-07 23:59:59.999', 'holiday 10-08 09:00:00'],
    ['2026-10-08 00:00:00.000', 'beforeHours 10-08 09:00:00'],
    ['2026-10-10 13:30:00.000', 'open 10-10 17:00:00 -'],
    ['2026-10-11 10:00:00.000', 'dayOff 10-12 09:00:00'],
  ])('an office at %s: %s', (moment, words) => {
    expect(said(office, moment)).toBe(words)
  })

  test('what stays open on holidays keeps its hours on every day', () => {
    const bank = keeping(withWeekend('09:00-17:00', '10:00-16:00'), 'open')
    expect(said(bank, '2026-10-01 10:00:00.000')).toBe('open 10-01 17:00:00 -')
    expect(said(bank, '2026-09-20 10:00:00.000')).toBe('dayOff 09-21 09:00:00')
    expect(said(bank, '2026-10-10 09:30:00.000')).toBe('beforeHours 10-10 10:00:00')
  })

  test('whose habit nobody wrote down is called first on holidays and make-up days, and only then', () => {
    const unclear = keeping(withWeekend('09:00-17:00'), null)
    expect(said(unclear, '2026-10-01 10:00:00.000')).toBe('holidayHabitUnknown')
    expect(said(unclear, '2026-09-20 10:00:00.000')).toBe('holidayHabitUnknown')
    expect(said(unclear, '2026-10-09 10:00:00.000')).toBe('open 10-09 17:00:00 -')
    // the next day it is open is not known either: it may be the holiday
    expect(said(unclear, '2026-09-30 17:00:00.000')).toBe('afterHours -')
  })

  test('a make-up day has the weekend hours there are, else a weekday’s where all five are alike, else nobody knows', () => {
    const saturdays = keeping(weekOf('09:00-17:00', '10:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-11:00', 'closed'))
    expect(said(saturdays, '2026-10-10 10:30:00.000')).toBe('open 10-10 11:00:00 -')
    expect(said(saturdays, '2026-09-20 10:30:00.000')).toBe('holidayHabitUnknown')
  })
})

describe('over midnight', () => {
  const hospital = keeping(daily('20:00-06:00'), 'open')

  test.each([
    ['2026-03-02 00:00:00.000', 'open 03-02 06:00:00 03-02 20:00:00'],
    ['2026-03-02 05:59:59.999', 'open 03-02 06:00:00 03-02 20:00:00'],
    ['2026-03-02 06:00:00.000', 'beforeHours 03-02 20:00:00'],
    ['2026-03-02 19:59:59.999', 'beforeHours 03-02 20:00:00'],
    ['2026-03-02 20:00:00.000', 'open 03-03 06:00:00 -'],
    ['2026-03-02 23:59:59.999', 'open 03-03 06:00:00 -'],
  ])('at %s: %s', (moment, words) => {
    expect(said(hospital, moment)).toBe(words)
  })

  test('the night before a holiday lasts into it', () => {
    const office24 = keeping(daily('20:00-06:00'))
    expect(said(office24, '2026-10-01 05:59:59.999')).toBe('open 10-01 06:00:00 -')
    expect(said(office24, '2026-10-01 06:00:00.000')).toBe('holiday 10-08 20:00:00')
  })

  test('a night of which nobody knows whether it was kept may last as long as any other', () => {
    const unclear = keeping(daily('20:00-06:00'), null)
    expect(said(unclear, '2026-10-08 05:59:59.999')).toBe('holidayHabitUnknown')
    expect(said(unclear, '2026-10-08 06:00:00.000')).toBe('beforeHours 10-08 20:00:00')
    expect(said(keeping(daily('00:00-24:00'), null), '2026-10-08 00:00:00.000')).toBe('open 10-10 00:00:00 callFirst')
  })

  test('what never closes has no end', () => {
    const machine = keeping(daily('00:00-24:00'), 'open')
    expect(said(machine, '2026-03-02 12:00:00.000')).toBe('open - -')
    expect(said(keeping(daily('00:00-24:00')), '2026-09-30 12:00:00.000')).toBe('open 10-01 00:00:00 -')
  })
})

describe('what cannot be known', () => {
  test('an outlet without hours is called first', () => {
    expect(said(keeping(null), '2026-03-02 10:00:00.000')).toBe('hoursUnknown')
  })

  test.each(['open', 'closed', null] as const)('a year without a notice is called first, never open, with the habit %s', (habit) => {
    const round = keeping(daily('00:00-24:00'), habit)
    expect(said(round, '2098-03-03 10:00:00.000')).toBe('calendarUnknown')
  })

  test('at the end of what the calendar knows nobody says that it closes: only that one should call', () => {
    const year = Array.from({ length: 100 }, (_, index) => 2026 + index).find((one) => dayKind(`${one}-10-01`) === 'unknown') ?? 0
    const machine = keeping(daily('00:00-24:00'), 'open')
    expect(said(machine, `${year - 1}-12-20 12:00:00.000`)).toBe('open 01-01 00:00:00 callFirst')
    expect(said(machine, `${year - 1}-12-31 23:59:59.999`)).toBe('open 01-01 00:00:00 callFirst')
    expect(said(machine, `${year}-01-01 00:00:00.000`)).toBe('calendarUnknown')
    expect(said(keeping(daily('09:00-17:00'), 'open'), `${year - 1}-12-31 16:00:00.000`)).toBe('open 12-31 17:00:00 -')
    expect(said(keeping(daily('20:00-06:00'), 'open'), `${year - 1}-12-31 23:00:00.000`)).toBe('open 01-01 06:00:00 -')
  })

  test('a week that is closed throughout says no next day', () => {
    expect(said(keeping(daily('closed')), '2026-03-02 10:00:00.000')).toBe('dayOff -')
  })
})

test('however many schedules are asked about, a day is looked up once', () => {
  const moment = '2026-06-01 10:00:00.000'
  said(office, moment)
  const lookedUp = jest.mocked(dayKind).mock.calls.length
  for (let from = 0; from < 100; from += 1) said(keeping(daily(`10:${String(from % 60).padStart(2, '0')}-17:00`)), moment)
  expect(jest.mocked(dayKind)).toHaveBeenCalledTimes(lookedUp)
})
