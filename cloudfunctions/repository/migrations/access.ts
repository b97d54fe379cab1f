import { sql, type Kysely, type Migration } from 'kysely'

/*
 * Who looked a card up through a partner. A line is written once, and goes with its time.
 */
const statements = [
  `create table card_access (
    card_key text collate "C" not null,
    position bigint generated always as identity,
    at bigint not null,
    partner_id text not null,
    staff text not null,
    outlet text,
    operation text not null check (operation in ('cardStatus', 'history')),
    primary key (card_key, position)
  )`,
  'create index card_access_at on card_access using brin (at)',
  `create trigger card_access_written_once before update or truncate on card_access
    for each statement execute function refuse_change()`,
]

/** Who looked. */
export const access: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
