import type { NoticeTopic } from '@/domain/notices'
import type { Author, EventChannel } from '@/domain/words'

/** What a notice is about; a report by its kind, and what is the bank's apart. */
export type Topic = Exclude<NoticeTopic, 'lossReported'> | 'lossReportedTemporary' | 'lossReportedFormal' | 'lossReportedBank' | 'reportReleasedBank'

/**
 * What messages say in one language. WeChat takes at most 20 characters in a `thing` field, and five in Chinese in a `phrase`: each text
 * fits where it is likely to be put. No name, and no number but a card's last four digits.
 */
export interface SaidIn {
  readonly what: Readonly<Record<Topic, string>>
  readonly who: Readonly<Record<Author, string>>
  readonly door: Readonly<Record<EventChannel, string>>
  readonly notYou: (hotline: string) => string
  readonly makeFormal: string
}
