import { policyOf } from '@/domain/policies'
import { readyOn, workingDaysAfter } from '@/domain/reissue'
import { civil } from '../../support/builders'

/** Around the State Council's holidays of 2025 and 2026: make-up days count, days in lieu do not. */
test.each([
  // an ordinary week, and over a weekend
  ['2026-03-02', 1, '2026-03-03'],
  ['2026-03-06', 1, '2026-03-09'],
  ['2026-03-07', 1, '2026-03-09'],
  ['2026-03-02', 15, '2026-03-23'],
  ['2026-03-02', 0, '2026-03-02'],
  // Spring Festival 2026: 15 to 23 February off, 14 and 28 February worked
  ['2026-02-13', 1, '2026-02-14'],
  ['2026-02-13', 2, '2026-02-24'],
  ['2026-02-14', 1, '2026-02-24'],
  ['2026-02-27', 1, '2026-02-28'],
  ['2026-02-27', 2, '2026-03-02'],
  ['2026-02-10', 15, '2026-03-09'],
  // Mid-Autumn and National Day 2026: 25 to 27 September, 1 to 7 October off, 20 September and 10 October worked
  ['2026-09-18', 1, '2026-09-20'],
  ['2026-09-30', 1, '2026-10-08'],
  ['2026-09-30', 3, '2026-10-10'],
  ['2026-10-09', 2, '2026-10-12'],
  ['2026-09-21', 15, '2026-10-19'],
  // National Day 2025 with Mid-Autumn: 1 to 8 October off, 28 September and 11 October worked
  ['2025-09-26', 1, '2025-09-28'],
  ['2025-09-30', 1, '2025-10-09'],
  ['2025-10-10', 1, '2025-10-11'],
  ['2025-12-31', 1, '2026-01-04'],
])('%s and %i working days: %s', (from, count, date) => {
  expect(workingDaysAfter(from, count)).toEqual({ date })
})

test('a year without a notice is named, and never counted as working days', () => {
  expect(workingDaysAfter('2026-12-31', 1)).toEqual({ uncovered: '2027' })
  expect(workingDaysAfter('2026-12-20', 15)).toEqual({ uncovered: '2027' })
  expect(workingDaysAfter('2026-12-01', 15)).toEqual({ date: '2026-12-22' })
})

test('a card is ready the city’s working days after the civil day it was accepted on', () => {
  const chengdu = policyOf('chengdu')
  expect(readyOn(civil('2026-03-02 00:00:00'), chengdu)).toEqual({ date: '2026-03-23' })
  expect(readyOn(civil('2026-03-02 23:59:59'), chengdu)).toEqual({ date: '2026-03-23' })
  expect(readyOn(civil('2026-03-03 00:00:00'), chengdu)).toEqual({ date: '2026-03-24' })
})
