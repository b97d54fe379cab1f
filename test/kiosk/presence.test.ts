import { presenceAt } from '@/features/kiosk/presence'

const from = Date.parse('2026-03-10T10:30:00+08:00')

test.each([
  [0, { is: 'here' }],
  [59_999, { is: 'here' }],
  [60_000, { is: 'asked', secondsLeft: 10 }],
  [60_001, { is: 'asked', secondsLeft: 10 }],
  [69_000, { is: 'asked', secondsLeft: 1 }],
  [69_999, { is: 'asked', secondsLeft: 1 }],
  [70_000, { is: 'gone' }],
  [600_000, { is: 'gone' }],
])('%i ms after the last touch', (ms, presence) => expect(presenceAt(from + ms, from)).toEqual(presence))
