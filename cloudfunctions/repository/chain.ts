import { createHash } from 'node:crypto'
import type { CardEvent } from '@/domain/events'

/** An event as it stands in the record: its exact text, and the hash that ties it to the one before. */
export interface ChainedEvent {
  readonly seq: number
  readonly event: string
  readonly actor: string
  readonly previous: string
  readonly hash: string
}

/** What stands before a card's first event. */
export const beginning = ''

const hashOf = (cardKey: string, { seq, event, actor, previous }: Omit<ChainedEvent, 'hash'>) =>
  createHash('sm3').update(JSON.stringify([cardKey, seq, event, actor, previous])).digest('hex')

/** Events chained after the one with the given seq and hash. `actor` is the account behind them, or the record's own word. */
export const chain = (cardKey: string, actor: string, events: readonly CardEvent[], after: { seq: number; hash: string }): ChainedEvent[] => {
  let previous = after.hash
  return events.map((event, index) => {
    const link = { seq: after.seq + 1 + index, event: JSON.stringify(event), actor, previous }
    previous = hashOf(cardKey, link)
    return { ...link, hash: previous }
  })
}

/** The seq of the first event that does not follow from the one before it, or null when the whole chain, up to `head`, holds. */
export const brokenAt = (cardKey: string, links: readonly ChainedEvent[], head: { seq: number; hash: string }): number | null => {
  let before = { seq: 0, hash: beginning }
  for (const link of links) {
    if (link.seq !== before.seq + 1 || link.previous !== before.hash || link.hash !== hashOf(cardKey, link)) return link.seq
    before = link
  }
  return before.seq === head.seq && before.hash === head.hash ? null : before.seq + 1
}
