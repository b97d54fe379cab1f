import { dayHoursIn, saidInterval } from '@/domain/hours'

const said = (text: string) => dayHoursIn(text)?.map(({ from, to }) => `${from}-${to}`).join(' ') ?? null

test.each([
  ['closed', ''],
  ['09:00-17:00', '540-1020'],
  ['09:00-12:00 13:30-17:00', '540-720 810-1020'],
  ['00:00-24:00', '0-1440'],
  ['20:00-06:00', '1200-1800'],
  ['20:00-00:00', '1200-1440'],
  ['08:00-12:00 20:00-06:00', '480-720 1200-1800'],
  ['09:00-12:00 12:00-17:00', '540-720 720-1020'],
])('%s are hours', (text, minutes) => {
  expect(said(text)).toBe(minutes)
})

test.each([
  '', '9:00-17:00', '09:00', '09:00-', '24:00-06:00', '09:00-24:01', '09:60-17:00', '09:00-25:00', '09:00~17:00', 'open', 'Closed',
  '13:30-17:00 09:00-12:00', '09:00-13:00 12:00-17:00', '09:00-17:00 closed', '06:00-12:00 20:00-07:00', '09:00-17:00,',
  '00:00-00:00', '09:00-09:00',
])('%j is none', (text) => {
  expect(said(text)).toBeNull()
})

test.each([
  [{ from: 540, to: 720 }, '09:00 12:00'],
  [{ from: 0, to: 1440 }, '00:00 24:00'],
  [{ from: 1200, to: 1800 }, '20:00 06:00'],
])('%j is said as people say it', (interval, words) => {
  const { from, to } = saidInterval(interval)
  expect(`${from} ${to}`).toBe(words)
})
