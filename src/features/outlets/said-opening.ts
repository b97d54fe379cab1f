import type { IconName } from '@/components/icon-name'
import type { OpeningOnWire } from '@/contract'
import type { Dates } from '@/copy'
import type { OutletCopy } from '@/copy/outlets'
import { dateOf, daysAfter, hourOf, timeOf } from '@/copy/outlets/clock'

/** Whether one can go there now, as it is said and drawn. */
export interface SaidOpening {
  readonly words: string
  readonly icon: IconName
  readonly tone: 'open' | 'soon' | 'shut' | 'ask'
}

interface Speech {
  readonly o: OutletCopy
  readonly dates: Dates
  readonly now: number
}

/** `17:00` today, `明天 9:00`, `10月9日 9:00`. */
const whenSaid = (at: number, { o, now }: Speech): string => {
  const days = daysAfter(at, now)
  if (days === 0) return timeOf(at)
  if (days === 1) return o.at(o.tomorrow, timeOf(at))
  const { month, date } = dateOf(at)
  return o.at(o.date(month, date), timeOf(at))
}

const isNoon = (at: number): boolean => hourOf(at) >= 11 && hourOf(at) <= 13

const outdated = ({ o }: Speech): SaidOpening => ({ words: o.opening.outdated, icon: 'ask', tone: 'ask' })

/** A moment that was to come has passed: today one may still guess, another day nobody knows. */
const overdue = (at: number, words: string, speech: Speech): SaidOpening =>
  daysAfter(at, speech.now) === 0 ? { words, icon: 'ask', tone: 'ask' } : outdated(speech)

type Open = Extract<OpeningOnWire, { state: 'open' }>
type Closed = Extract<OpeningOnWire, { state: 'closed' }>

const saidOpen = ({ until, reopensAt, then }: Open, speech: Speech): SaidOpening => {
  const { opening } = speech.o
  const look = { icon: 'ok', tone: 'open' } as const
  if (until === undefined) return { words: opening.always, ...look }
  const end = Date.parse(until)
  if (end <= speech.now) return overdue(end, opening.overdueClosing, speech)
  if (then) return { words: opening.now, ...look }
  const when = whenSaid(end, speech)
  return { words: reopensAt === undefined ? opening.until(when) : opening.pauseAt(when, isNoon(end)), ...look }
}

const saidClosed = ({ why, opensAt }: Closed, speech: Speech): SaidOpening => {
  const { o, dates, now } = speech
  const { opening } = o
  const reason = opening.closed[why]
  if (opensAt === undefined) return { words: opening.whenUnknown(reason), icon: 'stop', tone: 'shut' }
  const start = Date.parse(opensAt)
  if (start <= now) return overdue(start, opening.overdueOpening, speech)
  if (daysAfter(start, now) > 0) return { words: opening.again(reason, whenSaid(start, speech)), icon: 'stop', tone: 'shut' }
  const left = dates.left(start - now)
  return { words: why === 'break' ? opening.pause(timeOf(start), left) : opening.opens(timeOf(start), left), icon: 'clock', tone: 'soon' }
}

/** Open or not in words, from what the server said then and the time now (ms). */
export const saidOpening = (opening: OpeningOnWire, o: OutletCopy, dates: Dates, now: number): SaidOpening => {
  const speech = { o, dates, now }
  switch (opening.state) {
    case 'open': return saidOpen(opening, speech)
    case 'closed': return saidClosed(opening, speech)
    case 'callFirst': return { words: o.opening.callFirst[opening.why], icon: 'ask', tone: 'ask' }
  }
}

/** When something said will no longer be so, the first of all; undefined where nothing will change. */
export const nextChange = (openings: readonly OpeningOnWire[], now: number): number | undefined => {
  const moments = openings.flatMap((opening) => {
    if (opening.state === 'callFirst') return []
    const at = opening.state === 'open' ? opening.until : opening.opensAt
    return at === undefined ? [] : [Date.parse(at)]
  }).filter((at) => at > now)
  return moments.length > 0 ? Math.min(...moments) : undefined
}
