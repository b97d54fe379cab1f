import { sql, type Kysely, type Migration } from 'kysely'

/*
 * Orders are listed by their card's city, the longest waiting first; what is handed over to another card is tried again later where it failed.
 */
const statements = [
  'alter table reissue add column city text',
  'update reissue i set city = c.city from card c where c.card_key = i.card_key',
  'drop index reissue_waiting',
  'create index reissue_waiting on reissue (city, state, moved_at, card_key, bank) where closed_at is null and state is not null',
  'alter table card_relay add column tries integer not null default 0, add column next_at bigint not null default 0',
  'drop index card_relay_waiting',
  'create index card_relay_waiting on card_relay (next_at, at) where sent_at is null and reason is null',
]

/** Orders found by those who make them, and relays that hold nobody else up. */
export const orders: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
