import { Kysely, Migrator, PostgresDialect } from 'kysely'
import pg from 'pg'
import { migrateQueue } from './migrate-queue'
import { migrations } from './migrations'

/**
 * Brings the tables up to date. Several instances may call at once: one works while the others wait, on the migrator's lock.
 * It uses a connection of its own, since waiting and changing tables may take longer than a request's statement.
 */
export const migrate = async (connectionString: string): Promise<void> => {
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString, max: 1 }) }) })
  try {
    const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => ({ ...migrations }) } })
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
  } finally {
    await kysely.destroy()
  }
  await migrateQueue(connectionString)
}
