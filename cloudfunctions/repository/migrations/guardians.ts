import { sql, type Kysely, type Migration } from 'kysely'

const statements = [
  `alter table dispute drop constraint dispute_about_check, add constraint dispute_about_check
    check (about in ('lossReported', 'reportReleased', 'reissueAccepted', 'passwordSet', 'guardianLinked'))`,
]

/** It can be said of a guardian, too, that it was not them. */
export const guardians: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
