import { civilDay, yearsHavePassed } from '@/features/civil-day'

test.each([
  ['2026-03-10T23:59:59.999+08:00', '2026-03-10'],
  ['2026-03-11T00:00:00.000+08:00', '2026-03-11'],
  ['2026-03-10T16:00:00.000Z', '2026-03-11'],
])('%s is on %s', (moment, day) => expect(civilDay(Date.parse(moment))).toBe(day))

test.each([
  ['2008-03-10', '2026-03-09', false],
  ['2008-03-10', '2026-03-10', true],
  ['2008-02-29', '2026-02-28', false],
  ['2008-02-29', '2026-03-01', true],
])('born on %s, is of age on %s: %s', (born, on, isSo) => expect(yearsHavePassed(18, born, on)).toBe(isSo))
