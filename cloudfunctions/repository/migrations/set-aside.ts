import { sql, type Kysely, type Migration } from 'kysely'

/*
 * Cards with whose notices, or lapses, nothing could be done: they wait until `next_at`, so that they hold nothing else up.
 */
const statements = [
  `create table set_aside (
    card_key text collate "C" not null,
    work text collate "C" not null check (work in ('telling', 'lapse')),
    since bigint not null,
    tries integer not null,
    next_at bigint not null,
    primary key (card_key, work)
  )`,
]

/** What could not be told holds nothing else up. */
export const setAside: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
