import type { CardChange } from './events'

export const reportEndings = ['released', 'lapsed', 'replaced'] as const
/** How a report ended: by a release, by itself, or by the formal report that took its place. */
export type ReportEnding = (typeof reportEndings)[number]

/** Which report an event ends and how, at the event's own time; null where it ends none. */
export const endingOf = (event: CardChange): { readonly reportId: string; readonly how: ReportEnding } | null => {
  switch (event.what) {
    case 'reportReleased': return { reportId: event.reportId, how: 'released' }
    case 'reportLapsed': return { reportId: event.reportId, how: 'lapsed' }
    case 'lossReported': return event.replaces === null ? null : { reportId: event.replaces, how: 'replaced' }
    case 'bankTold':
    case 'bankToldTakenBack':
    case 'reissueAccepted':
    case 'disputed':
    case 'disputeClosed':
    case 'passwordSet': return null
  }
}
