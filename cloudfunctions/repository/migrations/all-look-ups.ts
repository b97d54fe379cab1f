import { sql, type Kysely, type Migration } from 'kysely'

/*
 * A receipt, an order or a dispute that a partner is shown is a look at its card as well.
 */
const statements = [
  `alter table card_access drop constraint card_access_operation_check,
    add constraint card_access_operation_check check (operation in ('cardStatus', 'history', 'receipt', 'orders', 'disputes'))`,
]

/** Every way of looking. */
export const allLookUps: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
