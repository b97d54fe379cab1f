import { isSecondTap } from '@/platform/second-tap'

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-10T10:30:00+08:00') }))
afterEach(() => jest.useRealTimers())

const at = (x: number, y: number) => isSecondTap({ detail: { x, y } })

test('a phone’s tap at the same place within a moment is the second of a double tap', () => {
  expect(at(180, 600)).toBe(false)
  jest.advanceTimersByTime(299)
  expect(at(183, 596)).toBe(true)
})

test('one elsewhere, or a moment later, is a tap of its own', () => {
  expect(at(20, 20)).toBe(false)
  expect(at(180, 600)).toBe(false)
  jest.advanceTimersByTime(300)
  expect(at(180, 600)).toBe(false)
})

test('a browser counts itself, and a tap without a place is one', () => {
  expect([isSecondTap({ detail: 1 }), isSecondTap({ detail: 2 }), isSecondTap({ detail: 0 }), isSecondTap({}), isSecondTap({ detail: {} })])
    .toEqual([false, true, false, false, false])
})
