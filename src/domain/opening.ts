import { dayKind, type DayKind } from './calendar'
import type { HolidayHabit, Interval, WeekHours } from './hours'
import { civilDate, civilMidnight, civilWeekday, day, minute, type Instant } from './time'

/** An outlet's hours, and what it does on holidays; null where its city's list does not say. */
export interface Schedule {
  readonly week: WeekHours | null
  readonly holidays: HolidayHabit | null
}

/**
 * Whether an outlet is open at a time. `until`: when it closes, absent where it never does as far as one can see; `reopensAt`: later
 * that day, after a break; `then`: nobody knows what comes after `until`, be it closing or not. `opensAt`: when it next opens, absent where nobody can say. `callFirst`: it cannot be known here.
 */
export type Opening =
  | { readonly state: 'open'; readonly until?: Instant; readonly reopensAt?: Instant; readonly then?: 'callFirst' }
  | { readonly state: 'closed'; readonly why: 'beforeHours' | 'break' | 'afterHours' | 'dayOff' | 'holiday'; readonly opensAt?: Instant }
  | { readonly state: 'callFirst'; readonly why: 'hoursUnknown' | 'calendarUnknown' | 'holidayHabitUnknown' }

interface Span {
  readonly from: Instant
  readonly to: Instant
}
type Unknown = Extract<Opening, { state: 'callFirst' }>['why']

/** A holiday in China lasts nine days at most, and a break a little longer around it. */
const daysAhead = 16

/** Longer than a week without a break: it never closes. */
const neverCloses = 8 * day

/** A list's schedules ask about the same days, hundreds of them at a time; beyond so many days it is begun anew. */
const daysKept = 1_000
const kindsKept = new Map<Instant, DayKind>()

const kindOn = (midnight: Instant): DayKind => {
  const known = kindsKept.get(midnight)
  if (known !== undefined) return known
  if (kindsKept.size >= daysKept) kindsKept.clear()
  const kind = dayKind(civilDate(midnight))
  kindsKept.set(midnight, kind)
  return kind
}

/** On a weekend day that is worked, offices keep a weekday's hours: known where all five are alike. */
const workdayHours = (week: WeekHours): readonly Interval[] | null => {
  const [first = [], ...others] = week.slice(0, 5)
  return others.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : null
}

const hoursOn = ({ week, holidays }: Schedule, kind: DayKind, weekday: number): readonly Interval[] | Unknown => {
  if (!week) return 'hoursUnknown'
  if (kind === 'unknown') return 'calendarUnknown'
  const usual = week[weekday] ?? []
  if (kind === 'ordinary' || holidays === 'open') return usual
  if (!holidays) return 'holidayHabitUnknown'
  if (kind === 'holiday') return []
  return usual.length > 0 ? usual : workdayHours(week) ?? 'holidayHabitUnknown'
}

/** A civil day's open spans as instants, or why they are not known. */
const spansOn = (schedule: Schedule, midnight: Instant): readonly Span[] | Unknown => {
  const hours = hoursOn(schedule, kindOn(midnight), civilWeekday(midnight))
  return typeof hours === 'string' ? hours : hours.map(({ from, to }) => ({ from: midnight + from * minute, to: midnight + to * minute }))
}

const known = (spans: readonly Span[] | Unknown): readonly Span[] => (typeof spans === 'string' ? [] : spans)

interface Ahead {
  readonly spans: readonly Span[]
  /** The midnight from which on nothing is known; null where all days looked at are. */
  readonly knownUntil: Instant | null
}

/** The spans of the coming days, as far as they are known without a gap. */
const spansAhead = (schedule: Schedule, today: Instant): Ahead => {
  const days = Array.from({ length: daysAhead }, (_, index) => spansOn(schedule, today + (index + 1) * day))
  const firstUnknown = days.findIndex((spans) => typeof spans === 'string')
  if (firstUnknown < 0) return { spans: days.flatMap(known), knownUntil: null }
  return { spans: days.slice(0, firstUnknown).flatMap(known), knownUntil: today + (firstUnknown + 1) * day }
}

const openUntil = (now: Instant, within: Span, later: readonly Span[], endOfDay: Instant, knownUntil: Instant | null): Opening => {
  const until = later.reduce((end, { from, to }) => (from <= end ? Math.max(end, to) : end), within.to)
  if (until === knownUntil) return { state: 'open', until, then: 'callFirst' }
  if (until - now >= neverCloses) return { state: 'open' }
  const reopensAt = later.find(({ from }) => from > until && from < endOfDay)?.from
  return { state: 'open', until, ...(reopensAt !== undefined && { reopensAt }) }
}

const whyClosed = (now: Instant, today: readonly Span[], isHoliday: boolean): Extract<Opening, { state: 'closed' }>['why'] => {
  if (today.length === 0) return isHoliday ? 'holiday' : 'dayOff'
  const [before, after] = [today.some(({ to }) => to <= now), today.some(({ from }) => from > now)]
  if (before && after) return 'break'
  return after ? 'beforeHours' : 'afterHours'
}

/** A night whose hours are not known may last into the next day as long as any of the week's does. */
const mayLast = ({ week }: Schedule, evening: Instant, now: Instant): boolean => (week ?? []).flat().some(({ to }) => now < evening + to * minute)

/**
 * Whether an outlet is open at `now` (ms), by its hours, the State Council's holidays and make-up days, in +08:00. It opens at its
 * opening minute and is closed at its closing minute. A year without a notice is `callFirst`, never open.
 */
export function openingAt(schedule: Schedule, now: Instant): Opening {
  const midnight = civilMidnight(now)
  const today = spansOn(schedule, midnight)
  if (typeof today === 'string') return { state: 'callFirst', why: today }
  const yesterday = spansOn(schedule, midnight - day)
  const around = [...known(yesterday), ...today]
  const { spans: ahead, knownUntil } = spansAhead(schedule, midnight)
  const later = [...around, ...ahead].filter(({ from }) => from > now)
  const within = around.find(({ from, to }) => from <= now && now < to)
  if (within) return openUntil(now, within, later, midnight + day, knownUntil)
  if (typeof yesterday === 'string' && mayLast(schedule, midnight - day, now)) return { state: 'callFirst', why: yesterday }
  const opensAt = later[0]?.from
  const isHoliday = kindOn(midnight) === 'holiday'
  return { state: 'closed', why: whyClosed(now, today, isHoliday), ...(opensAt !== undefined && { opensAt }) }
}
