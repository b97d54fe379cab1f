import type { Card } from '@/domain/card'
import { endingOf } from '@/domain/ending'
import type { CardChange } from '@/domain/events'
import type { CardFunction } from '@/domain/words'
import type { ReportView } from './views'

/** The report of a function that events were about: the one that is open now, or the one they ended; null when there is neither. */
export const reportConcerned = (of: CardFunction, before: Card, events: readonly CardChange[], after: Card): ReportView | null => {
  const [open, was] = [after.functions[of].report, before.functions[of].report]
  if (open) return { function: of, report: open, ended: null }
  const end = events.find((event) => was !== null && endingOf(event)?.reportId === was.id)
  const ending = end && endingOf(end)
  return was && ending ? { function: of, report: was, ended: { at: end.at, how: ending.how } } : null
}
