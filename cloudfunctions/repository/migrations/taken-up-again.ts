import { sql, type Kysely, type Migration } from 'kysely'

/*
 * What the feed's readers passed over, from a position on, is put at its end once it can be read; what could not be handed over to another card is found
 * by whoever looks after it.
 */
const statements = [
  `alter table set_aside add column position bigint, drop constraint set_aside_work_check,
    add constraint set_aside_work_check check (work in ('telling', 'lapse', 'feed'))`,
  'create index card_relay_aside on card_relay (at) where sent_at is null and (reason is not null or tries > 0)',
]

/** What was set aside is taken up again. */
export const takenUpAgain: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
