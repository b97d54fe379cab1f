import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command as channels } from '../../../cloudfunctions/host/cli/channels'
import { command as kiosks } from '../../../cloudfunctions/host/cli/kiosks'
import { command as staff } from '../../../cloudfunctions/host/cli/staff'
import { command as webhooks } from '../../../cloudfunctions/host/cli/webhooks'
import { settingsFrom } from '../../../cloudfunctions/host/settings'
import { openServices, provideServices, type Services } from '../../../cloudfunctions/runtime/services'
import { runHere, runProcess, type Ran } from '../../support/command'
import { createDatabase } from '../../support/database'

const commands = { channels, kiosks, staff, webhooks }
type Name = keyof typeof commands

/** A record of a test's own that commands work on, with this process's functions on the same one. */
export interface Stage {
  readonly services: Services
  command(name: Name, ...args: string[]): Promise<Ran>
  /** The same as a process of its own, as npm runs it. */
  process(name: Name, ...args: string[]): Promise<Ran>
  /** What the operators' trail says: who, what, to what and why. */
  acts(): Promise<readonly string[]>
  close(): Promise<void>
}

/** The first member of staff names themself. */
export const first = ['--by', 'chief', '--reason', 'to begin with'] as const
export const addChief = ({ command }: Stage): Promise<Ran> => command('staff', 'add', '--id', 'chief', '--outlet', 'chengdu.wuhou-agency', ...first)
/** Who does all else, and why. */
export const who = ['--by', 'chief', '--reason', 'as agreed'] as const

export const openStage = async (): Promise<Stage> => {
  const database = await createDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'lost-card-commands-'))
  const environment = { DATABASE_URL: database.connectionString, DATA_DIR: folder }
  const { config } = await settingsFrom({ ...environment, LOG_LEVEL: 'silent' })
  const services = openServices(config)
  await services.repository.migrate()
  provideServices(services)
  return {
    services,
    command: (name, ...args) => runHere(commands[name], environment, args),
    process: (name, ...args) => runProcess(name, environment, args),
    acts: async () => (await services.repository.audit.acts(200)).map(({ operator, what, subject, reason }) => [operator, what, subject, reason].join(' | ')),
    close: async () => {
      await services.repository.close()
      await database.drop()
      await rm(folder, { recursive: true })
    },
  }
}
