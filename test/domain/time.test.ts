import fc from 'fast-check'
import { civilDate, day, fromIso, hour, toIso, yearsBetween } from '@/domain/time'
import { civil } from '../support/builders'

test('an instant is written with milliseconds and +08:00, in whatever zone the machine is', () => {
  expect(toIso(Date.UTC(2026, 1, 28, 16, 0, 0, 5))).toBe('2026-03-01T00:00:00.005+08:00')
  expect(toIso(Date.UTC(2025, 11, 31, 15, 59, 59, 999))).toBe('2025-12-31T23:59:59.999+08:00')
})

test('summer time, which China kept until 1991, does not move civil time', () => {
  expect(toIso(Date.UTC(1988, 6, 1, 0))).toBe('1988-07-01T08:00:00.000+08:00')
})

test('what is written is read back to the millisecond', () => {
  fc.assert(fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }), (date) => {
    expect(fromIso(toIso(date.valueOf()))).toBe(date.valueOf())
  }))
})

test.each([
  ['2026-03-02T09:30:00.000+08:00', Date.UTC(2026, 2, 2, 1, 30)],
  ['2026-03-02T01:30:00Z', Date.UTC(2026, 2, 2, 1, 30)],
  ['2026-03-01T20:30:00-05:00', Date.UTC(2026, 2, 2, 1, 30)],
  ['2028-02-29T00:00:00+08:00', Date.UTC(2028, 1, 28, 16)],
])('%s names an instant', (iso, instant) => {
  expect(fromIso(iso)).toBe(instant)
})

test.each([
  '', 'yesterday', '2026-03-02', '2026-03-02T09:30:00', '2026-02-30T09:30:00+08:00', '2026-13-01T00:00:00Z', '2026-03-02T25:00:00+08:00',
])('“%s” names none', (text) => expect(fromIso(text)).toBeNaN())

test('a civil date turns at midnight in China', () => {
  expect(civilDate(civil('2026-03-01 23:59:59.999'))).toBe('2026-03-01')
  expect(civilDate(civil('2026-03-02 00:00:00.000'))).toBe('2026-03-02')
})

test('an hour and a day are so many milliseconds', () => {
  expect([hour, day]).toEqual([3_600_000, 86_400_000])
})

describe('an age in whole years', () => {
  test.each([
    ['2010-06-15', '2026-06-14', 15],
    ['2010-06-15', '2026-06-15', 16],
    ['2010-06-15', '2026-06-16', 16],
    ['2010-12-31', '2026-12-30', 15],
    ['2010-12-31', '2027-01-01', 16],
    ['2010-03-01', '2026-02-28', 15],
    ['2026-03-02', '2026-03-02', 0],
    ['2012-02-29', '2028-02-28', 15],
    ['2012-02-29', '2028-02-29', 16],
    ['2012-02-29', '2026-02-27', 13],
    ['2012-02-29', '2026-02-28', 14],
    ['2012-02-29', '2026-03-01', 14],
  ])('born %s, on %s: %i', (born, on, age) => {
    expect(yearsBetween(born, on)).toBe(age)
  })

  test('changes on every birthday and on no other day; a leap day’s falls on the last of February', () => {
    const dates = fc.date({ min: new Date('1920-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const isLeap = (year: number) => new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29
    fc.assert(fc.property(dates, dates, (one, other) => {
      const [born, on] = one < other ? [one, other] : [other, one]
      const year = Number(on.slice(0, 4))
      const birthday = born.endsWith('02-29') && !isLeap(year) ? '02-28' : born.slice(5)
      const years = year - Number(born.slice(0, 4)) - (on.slice(5) < birthday ? 1 : 0)
      expect(yearsBetween(born, on)).toBe(years)
    }), { numRuns: 1000, examples: [['2012-02-29', '2026-02-28'], ['2012-02-29', '2028-02-28']] })
  })
})
