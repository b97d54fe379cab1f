import type { CardChange } from './events'

export const reportEndings = ['released', 'lapsed', 'replaced', 'cardReplaced'] as const
/** How a report ended: by a release, by itself, by the formal report that took its place, or with its card, once the new one was collected. */
export type ReportEnding = (typeof reportEndings)[number]

/** Which report an event ends and how, at the event's own time; null where it ends none. */
export const endingOf = (event: CardChange): { readonly reportId: string; readonly how: ReportEnding } | null => {
  switch (event.what) {
    case 'reportReleased': return { reportId: event.reportId, how: 'released' }
    case 'reportLapsed': return { reportId: event.reportId, how: 'lapsed' }
    case 'lossReported': return event.replaces === null ? null : { reportId: event.replaces, how: 'replaced' }
    case 'reissueMoved': return event.endsReport === null ? null : { reportId: event.endsReport, how: 'cardReplaced' }
    default: return null
  }
}
