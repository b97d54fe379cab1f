import type { Card, LossReport } from '@/domain/card'
import type { CardChange } from '@/domain/events'
import type { ReportView } from './views'

const of = 'socialSecurity'

const viewOfEnd = (report: LossReport | null, id: string, endedAt: number): ReportView | null =>
  report?.id === id ? { function: of, report, endedAt } : null

/** The social security report that events were about: the one they opened or ended, or the one that is open; null when none is. */
export const reportConcerned = (before: Card, events: readonly CardChange[], after: Card): ReportView | null => {
  const open = after.functions[of].report
  if (open) return { function: of, report: open, endedAt: null }
  for (const event of events) {
    if (event.what !== 'reportReleased' && event.what !== 'reportLapsed') continue
    if (event.function === of) return viewOfEnd(before.functions[of].report, event.reportId, event.at)
  }
  return null
}
