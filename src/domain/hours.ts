/** Minutes after the day's midnight; `to` goes beyond 1440 where it stays open past the next one. */
export interface Interval {
  readonly from: number
  readonly to: number
}

/** A week's opening hours, Monday first; a day without intervals is closed. */
export type WeekHours = readonly (readonly Interval[])[]

/** What an outlet does on the State Council's days: keeps its hours all the same, or follows the calendar as offices do. */
export type HolidayHabit = 'open' | 'closed'

const minutesADay = 1440
const shape = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/

const intervalIn = (text: string): Interval | null => {
  const [, fromHour, fromMinute, toHour, toMinute] = shape.exec(text)?.map(Number) ?? []
  if (fromHour === undefined || fromMinute === undefined || toHour === undefined || toMinute === undefined) return null
  const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute]
  // the same time twice is how some write that it is closed, and others that it never is
  if (to > minutesADay || to === from) return null
  return { from, to: to > from ? to : to + minutesADay }
}

const inOrder = (intervals: readonly Interval[]): boolean =>
  intervals.every(({ from }, index) => from >= (intervals[index - 1]?.to ?? 0)) && (intervals.at(-1)?.to ?? 0) - (intervals[0]?.from ?? 0) <= minutesADay

/**
 * A day's hours from a text such as `09:00-12:00 13:30-17:00`, `00:00-24:00`, `20:00-06:00` (past midnight) or `closed`; null
 * where it is none of these, overlaps itself or runs backwards.
 */
export const dayHoursIn = (text: string): readonly Interval[] | null => {
  if (text === 'closed') return []
  const intervals = text.split(/\s+/).map(intervalIn)
  const good = intervals.filter((interval) => interval !== null)
  return good.length === intervals.length && inOrder(good) ? good : null
}

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')

/** An interval as it is said, `13:30` to `17:00`: an end past midnight as the next day's time. */
export const saidInterval = ({ from, to }: Interval): { from: string; to: string } =>
  ({ from: clock(from), to: clock(to > minutesADay ? to - minutesADay : to) })
