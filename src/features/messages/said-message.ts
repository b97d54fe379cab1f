import type { MessageOnWire } from '@/contract'
import type { Copy, Dates, Language } from '@/copy'
import { rejectedFor } from '@/copy/order/rejected'
import type { ToldCopy } from '@/copy/told'
import { actedBy } from '../card/acted-by'

export interface SaidMessage {
  readonly title: string
  readonly lines: readonly string[]
}

const bankOf = { reportReleased: 'reportReleasedBank', reportLapsed: 'reportLapsedBank' } as const

const titleOf = ({ about, kind = 'formal', outcome = 'dismissed', function: of, to }: MessageOnWire, { order }: Copy, said: ToldCopy['messages']['about']): string => {
  const ofBank = of === 'financial'
  switch (about) {
    case 'lossReported': return ofBank ? said.lossReportedBank : said.lossReported[kind]
    case 'reportReleased':
    case 'reportLapsed': return said[ofBank ? bankOf[about] : about]
    case 'reissueMoved': return to ? order[to] : said[about]
    case 'functionActivated': return said[about][of]
    case 'disputeClosed': return said.disputeClosed[outcome]
    default: return said[about]
  }
}

/** Whether a warning still warns: its report has not run out. `now` in ms. */
export const isWarning = ({ about, lapsesAt }: MessageOnWire, now: number): boolean =>
  about === 'lapsesSoon' && lapsesAt !== undefined && Date.parse(lapsesAt) > now

/** When it was, through which door, and who did it; of a warning, what it warns of. */
const fromOf = (message: MessageOnWire, t: Copy, m: ToldCopy, dates: Dates, now: number): string => {
  const { about, at, by, channel, lapsesAt } = message
  if (about === 'lapsesSoon' && lapsesAt) {
    return isWarning(message, now) ? m.messages.lapses(dates.exact(lapsesAt)) : m.messages.lapsed(dates.moment(lapsesAt, now))
  }
  if (by === 'system') return t.history.automatic(dates.moment(at, now))
  const who = actedBy(message, t)
  return t.history.from(dates.moment(at, now), t.words.channel[channel], message.actor ? t.history.acted(who) : who)
}

/** One thing that was told, in plain words: what, when, from where, by whom, which card. `now` in ms. */
export const saidMessage = (message: MessageOnWire, t: Copy, m: ToldCopy, dates: Dates, now: number, language: Language): SaidMessage => ({
  title: titleOf(message, t, m.messages.about),
  lines: [
    fromOf(message, t, m, dates, now),
    ...(message.rejectedFor ? [rejectedFor[language][message.rejectedFor]] : []),
    ...(message.about === 'disputed' ? [m.messages.held] : []),
    m.messages.card(message.maskedNumber),
  ],
})
