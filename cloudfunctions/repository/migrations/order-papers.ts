import { sql, type Kysely, type Migration } from 'kysely'

/*
 * A photo that is judged at a counter, and a form that is filled in there, are looks at a card as well.
 */
const statements = [
  `alter table card_access drop constraint card_access_operation_check, add constraint card_access_operation_check
    check (operation in ('cardStatus', 'history', 'receipt', 'orders', 'disputes', 'orderPhoto', 'applicationForm'))`,
]

/** What goes with an order, shown at a counter. */
export const orderPapers: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
