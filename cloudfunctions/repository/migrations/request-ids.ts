import { sql, type Kysely, type Migration } from 'kysely'

/*
 * What a request leaves to be done later carries the request's id, so that the lines about it are found together. An id is random, or a
 * gateway's own, and nothing of a person's.
 */
const statements = ['outbox', 'message', 'card_relay'].map((table) => `alter table ${table} add column request_id text`)

/** What came of a request is found by its id. */
export const requestIds: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
