import { sql, type Kysely, type Migration } from 'kysely'

/*
 * Where partners are told by a call of ours, and how far each has been told. `hold`: who is at it, until `next_at` at the latest.
 */
const statements = [
  `create table webhook (
    partner_id text collate "C" primary key,
    url text not null,
    private_network boolean not null,
    position bigint not null,
    hold text,
    next_at bigint not null default 0,
    failures integer not null default 0,
    failing_since bigint,
    last_failure text
  )`,
  'create index webhooks_due on webhook (next_at)',
]

/** Partners are told. */
export const webhooks: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
