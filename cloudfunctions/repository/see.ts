import type { Caller } from '../runtime/caller'
import type { Keys } from '../runtime/keys'
import type { Database } from './database'
import { disputeOf } from './facts'
import { readCard } from './read'
import type { DisputeTable } from './schema'
import { viewFor, type DisputeView, type SeenCard } from './views'

const closed = (row: DisputeTable): DisputeView => {
  const { closed_at: at, outcome } = row
  return { ...disputeOf(row), closed: at !== null && outcome !== null ? { at, outcome } : null }
}

/** A card and its last dispute, for whoever may see it. Refuses `notFound`, and whoever may see it no longer. */
export const see = async (database: Database, keys: Keys, caller: Caller, cardKey: string): Promise<SeenCard> => {
  const row = await readCard(database, caller, cardKey)
  const view = viewFor('see', row, keys, caller)
  const { dispute: open } = view.card
  return { ...view, lastDispute: open ? { ...open, closed: null } : row.closed_dispute && closed(row.closed_dispute) }
}
