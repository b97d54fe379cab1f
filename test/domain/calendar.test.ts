import { dayKind } from '@/domain/calendar'

test.each([
  // the State Council's notice for 2026: National Day, its make-up days, Mid-Autumn, Spring Festival, Labour Day, New Year
  ['2026-09-19', 'ordinary'], ['2026-09-20', 'makeUp'], ['2026-09-24', 'ordinary'], ['2026-09-25', 'holiday'], ['2026-09-27', 'holiday'],
  ['2026-09-30', 'ordinary'], ['2026-10-01', 'holiday'], ['2026-10-03', 'holiday'], ['2026-10-07', 'holiday'], ['2026-10-08', 'ordinary'],
  ['2026-10-10', 'makeUp'], ['2026-10-11', 'ordinary'],
  ['2026-02-14', 'makeUp'], ['2026-02-15', 'holiday'], ['2026-02-23', 'holiday'], ['2026-02-24', 'ordinary'], ['2026-02-28', 'makeUp'],
  ['2026-05-01', 'holiday'], ['2026-05-09', 'makeUp'], ['2026-01-01', 'holiday'], ['2026-01-04', 'makeUp'],
  ['2026-11-24', 'ordinary'], ['2026-11-28', 'ordinary'],
])('%s is %s', (date, kind) => {
  expect(dayKind(date)).toBe(kind)
})

test.each(['2003-10-01', '2003-03-03', '2099-01-01', '2099-10-01', '2099-06-06'])('%s, of a year without a notice here, is unknown', (date) => {
  expect(dayKind(date)).toBe('unknown')
})
