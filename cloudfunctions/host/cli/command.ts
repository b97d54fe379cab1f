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

/** Runs a command with the arguments of this process: it resolves to whether it did what was asked, and throws sentences. */
export const runCommand = (run: (args: string[]) => Promise<boolean>): void => {
  // whoever reads what is printed may have seen enough: the work is finished all the same
  process.stdout.on('error', () => undefined)
  run(process.argv.slice(2)).then(
    (done) => { process.exitCode = done ? 0 : 1 },
    (thrown: unknown) => {
      console.error(sentenceOf(thrown))
      process.exitCode = 1
    },
  )
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
