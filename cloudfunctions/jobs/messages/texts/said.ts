import type { Author, EventChannel } from '@/domain/words'

/**
 * What messages say in one language. WeChat takes at most 20 characters in a `thing` field, and five in Chinese in a `phrase`: each text
 * fits where it is likely to be put. No name, and no number but a card's last four digits.
 */
export interface SaidIn {
  /** By what a notice is about; a report by its kind, and what is the bank's by `Bank`. */
  readonly what: Readonly<Record<string, string>>
  /** Of anything that has no sentence of its own. */
  readonly changed: string
  readonly who: Readonly<Record<Author, string>>
  readonly door: Readonly<Record<EventChannel, string>>
  readonly notYou: (hotline: string) => string
  readonly makeFormal: string
}
