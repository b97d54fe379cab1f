import { act, render, renderHook, screen } from '@testing-library/react'
import { Countdown } from '@/components/countdown'
import { useNow } from '@/components/use-now'

const day = 86_400_000
const from = Date.parse('2026-03-06T14:20:00+08:00')
const show = (now: number, days = 7) => render(
  <Countdown
    from={from}
    to={from + days * day}
    now={now}
    ends={[{ at: '3月6日 周五 14:20', words: '电话办的' }, { at: '3月13日 周五 14:20', words: '自动解挂' }]}
    label={(gone, of) => `共 ${of} 天，已过 ${gone} 天`}
  />,
).container

describe('the days of a temporary report', () => {
  test.each([5, 7, 10])('a city with %d days has as many cells', (days) => {
    expect(show(from, days).querySelectorAll('.day')).toHaveLength(days)
  })

  test('past days are grey and the running one in part', () => {
    const container = show(from + 3.8 * day)
    expect(container.querySelectorAll('.day-gone')).toHaveLength(3)
    expect(container.querySelector<HTMLElement>('.day-part')?.style.width).toBe('80%')
    expect(screen.getByRole('img', { name: '共 7 天，已过 3 天' })).toBeTruthy()
  })

  test('at the end none is left, and never more than there were', () => {
    expect(show(from + 7 * day).querySelectorAll('.day-gone')).toHaveLength(7)
    expect(show(from + 9 * day).querySelectorAll('.day-gone')).toHaveLength(7)
  })
})

describe('the time on screen', () => {
  beforeEach(() => jest.useFakeTimers({ now: from }))
  afterEach(() => jest.useRealTimers())

  test('is counted anew each minute', () => {
    const { result } = renderHook(() => useNow())
    act(() => jest.advanceTimersByTime(60_000))
    expect(result.current).toBe(from + 60_000)
  })

  test('changes at the very end of a report, which is told once', () => {
    const onUntil = jest.fn()
    const { result } = renderHook(() => useNow(from + 90_500, onUntil))
    act(() => jest.advanceTimersByTime(60_000))
    act(() => jest.advanceTimersByTime(30_499))
    expect(onUntil).not.toHaveBeenCalled()
    act(() => jest.advanceTimersByTime(1))
    expect(result.current).toBe(from + 90_500)
    act(() => jest.advanceTimersByTime(120_000))
    expect(onUntil).toHaveBeenCalledTimes(1)
  })
})
