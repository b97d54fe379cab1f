import { stat } from 'node:fs/promises'
import type { Repository } from '../../repository'
import { isBusy } from '../../runtime/errors'
import { openServices } from '../../runtime/services'
import { ImportFileError } from '../import'
import { settingsFrom } from '../settings'

const databaseAway = 'The database cannot be reached, or was lost on the way: see that it runs and is the one DATABASE_URL names, then run the command again.'

const sentenceOf = (thrown: unknown): string => {
  if (isBusy(thrown)) return databaseAway
  return thrown instanceof Error ? thrown.message : 'The command failed.'
}

/** What a command does with its arguments: it resolves to whether it did what was asked, and throws sentences. */
export type Command = (args: string[]) => Promise<boolean>

/** Runs a command and says what it throws; resolves to its exit code. */
export const exitCodeOf = async (command: Command, args: string[]): Promise<number> => {
  try {
    return (await command(args)) ? 0 : 1
  } catch (thrown) {
    console.error(sentenceOf(thrown))
    return 1
  }
}

/** Runs a file's command with the arguments of this process, where the process was started with that file: `runCommand(module, command)`. */
export const runCommand = (file: NodeJS.Module, command: Command): void => {
  if (require.main !== file) return
  // whoever reads what is printed may have seen enough: the work is finished all the same
  process.stdout.on('error', () => undefined)
  void exitCodeOf(command, process.argv.slice(2)).then((code) => { process.exitCode = code })
}

/** Works on the record of this environment, brought up to date, and closes it again. */
export const withRepository = async <T>(work: (repository: Repository) => Promise<T>): Promise<T> => {
  const settings = await settingsFrom(process.env)
  try {
    const { repository } = openServices(settings.config)
    try {
      await repository.migrate()
      return await work(repository)
    } finally {
      await repository.close()
    }
  } finally {
    await settings.stop()
  }
}

/** How many bytes a file has. Throws where there is none. */
export const sizeOf = async (file: string): Promise<number> => {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new ImportFileError(`There is no file at ${file}.`)
  return found.size
}

/** The seconds since a time of `performance.now()`, as they are said. */
export const secondsSince = (started: number): string => ((performance.now() - started) / 1000).toFixed(1)
