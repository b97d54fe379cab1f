import { copyIn } from '@/copy'

const now = Date.parse('2026-03-10T10:24:00+08:00')
const { dates: zh } = copyIn('zh')
const { dates: en } = copyIn('en')
const hours = 3_600_000

describe('how times are said', () => {
  test.each([
    ['2026-03-10T09:05:00.000+08:00', '今天 09:05', 'today, 09:05'],
    ['2026-03-06T14:20:00.000+08:00', '3月6日 周五 14:20', '6 Mar, Fri 14:20'],
    ['2025-11-02T09:05:00.000+08:00', '2025年11月2日 09:05', '2 Nov 2025, 09:05'],
  ])('%s is %s', (iso, chinese, english) => {
    expect(zh.moment(iso, now)).toBe(chinese)
    expect(en.moment(iso, now)).toBe(english)
  })

  test('a day begins at midnight +08:00, whatever the phone is set to', () => {
    expect(zh.moment('2026-03-09T16:00:00.000Z', now)).toBe('今天 00:00')
    expect(zh.moment('2026-03-09T15:59:59.999Z', now)).toBe('3月9日 周一 23:59')
  })

  test('a receipt has the year, a deadline its weekday', () => {
    expect(zh.dated('2026-03-10T10:24:00+08:00')).toBe('2026年3月10日 10:24')
    expect(zh.exact('2026-03-10T10:24:00+08:00')).toBe('3月10日 周二 10:24')
  })

  test.each([
    [76 * hours, '3 天 4 小时', '3 days 4 hours'],
    [72 * hours, '3 天', '3 days'],
    [25 * hours, '1 天 1 小时', '1 day 1 hour'],
    [3 * hours + 60_000, '3 小时 1 分钟', '3 hours 1 min'],
    [120_000, '2 分钟', '2 minutes'],
    [59_000, '不到 1 分钟', 'less than a minute'],
    [-1, '不到 1 分钟', 'less than a minute'],
  ])('%d ms left is %s', (span, chinese, english) => {
    expect(zh.left(span)).toBe(chinese)
    expect(en.left(span)).toBe(english)
  })
})
