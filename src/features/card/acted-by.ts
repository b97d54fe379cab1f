import type { ReportOnWire } from '@/contract'
import type { Copy } from '@/copy'

/** Who stands behind a report or an event: by name and part where it was not the cardholder, else by part alone. */
export const actedBy = ({ by, actor }: Pick<ReportOnWire, 'by' | 'actor'>, { words }: Copy): string =>
  (actor ? words.actor(actor, words.by[by]) : words.by[by])
