import type { Card } from '@/domain/card'
import type { CardChange } from '@/domain/events'
import type { CityPolicy } from '@/domain/policy'
import type { Instant } from '@/domain/time'
import type { Keys } from '../runtime/keys'
import { writeOf } from './change'
import { clock, type Database } from './database'
import { cardColumns, cardOf, type CardRow } from './facts'
import { sealParts, type OrderParts } from './order/parts'
import { policyFor } from './views'
import { writeChange } from './write'

/** What happened to a card before now (ms), decided by the same rules. */
export type Story = (card: Card, policy: CityPolicy, now: Instant) => readonly CardChange[]

const find = `select ${cardColumns()}, ${clock} as now from card_directory d join card c on c.card_key = d.card_key
  where (d.number_hash, d.hash_key_id) in (select * from unnest($1::text[], $2::text[]))`

const actor = 'story'

/**
 * Gives a card that has only been imported a past, in the one guarded statement that every change is written by, with what goes with the
 * order that it ends with. A card that has a history of its own, or is unknown, is left alone: resolves to false.
 */
export const tellStory = async (database: Database, keys: Keys, cardNumber: string, story: Story, parts?: OrderParts): Promise<boolean> => {
  const hashes = keys.hashes('cardNumber', cardNumber)
  const values = [hashes.map(({ hash }) => hash), hashes.map(({ keyId }) => keyId)]
  const [row] = await database.run<CardRow & { now: Instant }>({ name: 'find-card', text: find, values })
  if (!row || row.version !== 1) return false
  const before = cardOf(row)
  const events = story(before, policyFor(row), row.now)
  const write = writeOf(row, before, events, actor)
  const { order } = write.after
  const sealed = parts && order ? sealParts(keys, row.card_key, order.id, parts, actor) : undefined
  return events.length > 0 && writeChange(database, { ...write, parts: sealed, answer: null })
}
