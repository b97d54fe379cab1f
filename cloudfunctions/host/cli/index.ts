import { command as admin } from './admin'
import { command as channels } from './channels'
import { exitCodeOf, type Command } from './command'
import { command as cardsImport } from './import-cards'
import { command as outletsImport } from './import-outlets'
import { command as kiosks } from './kiosks'
import { command as aside } from './list-aside'
import { command as outletsVersions } from './list-outlet-versions'
import { command as messages } from './messages'
import { command as migrate } from './migrate'
import { command as outletsPublish } from './publish-outlets'
import { command as outletsReport } from './report-outlets'
import { command as retention } from './retention'
import { command as keysRotate } from './rotate-keys'
import { command as staff } from './staff'
import { command as auditVerify } from './verify-audit'
import { command as webhooks } from './webhooks'

/** The commands an operator has where no npm is, by their names in package.json. */
export const commands: Readonly<Record<string, Command>> = {
  migrate,
  'cards:import': cardsImport,
  'outlets:import': outletsImport,
  'outlets:publish': outletsPublish,
  'outlets:versions': outletsVersions,
  'outlets:report': outletsReport,
  channels,
  staff,
  kiosks,
  webhooks,
  messages,
  aside,
  admin,
  retention,
  'keys:rotate': keysRotate,
  'audit:verify': auditVerify,
}

/** Runs a command by its name; resolves to its exit code. */
export const runNamed = async (name: string, args: string[]): Promise<number> => {
  const command = commands[name]
  if (command) return exitCodeOf(command, args)
  console.error(`There is no command ${name}. There are: serve, ${Object.keys(commands).join(', ')}.`)
  return 1
}
