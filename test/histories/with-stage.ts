import { createDatabase } from '../support/database'
import { mains } from '../support/record'
import { run, type Ran } from './run'
import { openStage } from './stage'

/** Has so many calls made of the functions of this process, on a database of their own. */
export const runHere = async (seed: number, calls: number): Promise<Ran> => {
  const database = await createDatabase()
  const stage = await openStage(mains, database.connectionString)
  try {
    return await run(stage, database.connectionString, seed, { calls })
  } finally {
    await stage.close()
    await database.drop()
  }
}

/** A seed of its own for each run, unless one is given: `HISTORY_SEED`. */
export const seedOfRun = (): number => Number(process.env['HISTORY_SEED'] ?? Math.floor(Math.random() * 1_000_000))
