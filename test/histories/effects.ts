import type pg from 'pg'
import type { CardEvent } from '@/domain/events'
import { noticesOf } from '@/domain/notices'
import { policyOf } from '@/domain/policies'
import { brokenAt, type ChainedEvent } from '../../cloudfunctions/repository/chain'
import { isChange } from './model/call'
import type { Recorder } from './recorder'

/** What is kept of a card, all of it at one instant. */
export interface Kept {
  readonly version: number
  readonly head: string
  readonly links: readonly ChainedEvent[]
  /** The place of an event in the history, once for each notice of it. */
  readonly told: readonly number[] | null
  readonly answers: readonly { readonly actor: string; readonly key: string }[] | null
}

/** One statement: somebody whose connection was cut may still be served. */
const text = `select version, head,
  (select json_agg(json_build_object('seq', seq, 'event', event::text, 'actor', actor, 'previous', previous, 'hash', hash) order by seq) from card_event where card_key = $1) as links,
  (select json_agg(seq order by seq) from outbox where card_key = $1) as told,
  (select json_agg(json_build_object('actor', actor, 'key', key)) from idempotency where card_key = $1) as answers
  from card where card_key = $1`

export const keptOf = async (sql: pg.Pool, cardId: string): Promise<Kept> => {
  const { rows: [row] } = await sql.query<Kept>(text, [cardId])
  if (!row) throw new TypeError('a card is gone')
  return row
}

export const eventsIn = ({ links }: Kept): CardEvent[] => links.map(({ event }) => JSON.parse(event) as CardEvent)

const isOfPartner = (actor: string): boolean => actor.startsWith('partner.')

/** Keys under which a change was acknowledged, and of which nothing is kept. */
const forgotten = ({ calls }: Recorder, { answers }: Kept): string[] => {
  const known = new Set((answers ?? []).map(({ actor, key }) => `${isOfPartner(actor)} ${key}`))
  return calls.flatMap(({ actor, ask, answer }) =>
    (isChange(ask) && answer && 'data' in answer && !known.has(`${actor.partner !== undefined} ${ask.key}`) ? [ask.key] : []))
}

/** What is wrong with what a card's calls have left behind, as sentences: its chain, its notices, its kept answers. That its events are those of the answers, the checker says. */
export const wrongEffects = (recorder: Recorder, kept: Kept): string[] => {
  const { cardId, city } = recorder.fresh
  const broken = brokenAt(cardId, kept.links, { seq: kept.version, hash: kept.head })
  const toTell = eventsIn(kept).flatMap((event, index) => noticesOf(event, policyOf(city)).map(() => index + 1))
  const lost = forgotten(recorder, kept)
  return [
    broken !== null && `the chain of events breaks at ${broken}`,
    (kept.told ?? []).join() !== toTell.join() && 'there is not one notice for each that an event gives rise to',
    lost.length > 0 && `nothing is kept of what was acknowledged under ${lost.join(', ')}`,
  ].filter((fault) => fault !== false)
}
