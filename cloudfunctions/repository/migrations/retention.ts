import { sql, type Kysely, type Migration } from 'kysely'

/*
 * What is past its time is found by an index on that time, so that looking for it each hour reads no table whole; where rows come in the order
 * of their time, and each report writes some, by one that says of each block which times are in it. A person is either of a
 * city's file, and stays with its card, or was made here by binding or by a grant, and goes when nothing holds them any more.
 */
const statements = [
  'create index session_over on session ((least(ended_at, expires_at)))',
  'create index verification_begun on verification using brin (begun_at)',
  'create index verification_claimed on verification (begun_at) where sealed_claim is not null',
  'create index idempotency_at on idempotency using brin (at)',
  'create index consent_withdrawn on consent (withdrawn_at) where withdrawn_at is not null',
  'create index grant_over on proxy_grant ((least(revoked_at, ends_at)))',
  'create index account_of_nobody on account ((coalesce(ended_at, begun_at))) where person_key is null',
  'create index tries_expired on tries (expire)',
  // every person known so far came with a file; whoever writes nothing here is made by the service
  'alter table person add column from_file boolean not null default true',
  'alter table person alter column from_file set default false',
  'create index person_made_here on person (person_key) where not from_file',
  'create index guardian_of_ward on guardianship (ward_key)',
  // a card's history says who acted for its holder
  `create index card_event_for_another on card_event (actor collate "C") where (event ->> 'by') in ('guardian', 'proxy')`,
]

/** How what is kept is found again when its time is over, or when someone asks what is kept of them. */
export const retention: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
