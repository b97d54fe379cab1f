import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { settingsFrom } from '../../../cloudfunctions/host/settings'
import { openServices, provideServices, type Services } from '../../../cloudfunctions/runtime/services'
import { createDatabase } from '../../support/database'
import { run, type Ran } from './run'

/** A record of a test's own that commands work on, with this process's functions on the same one. */
export interface Stage {
  readonly services: Services
  command(...[name, ...args]: [Parameters<typeof run>[2], ...string[]]): Promise<Ran>
  close(): Promise<void>
}

export const openStage = async (): Promise<Stage> => {
  const database = await createDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'lost-card-commands-'))
  const { config } = await settingsFrom({ DATABASE_URL: database.connectionString, DATA_DIR: folder, LOG_LEVEL: 'silent' })
  const services = openServices(config)
  await services.repository.migrate()
  provideServices(services)
  return {
    services,
    command: (name, ...args) => run(folder, database.connectionString, name, ...args),
    close: async () => {
      await services.repository.close()
      await database.drop()
      await rm(folder, { recursive: true })
    },
  }
}
