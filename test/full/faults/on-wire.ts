import { run, type HowToRun } from '../../histories/run'
import { openStage, type Stage } from '../../histories/stage'
import { seedOfRun } from '../../histories/with-stage'
import { createDatabase } from '../../support/database'
import { mains } from '../../support/record'
import { Patient } from './patience'
import type { Trial } from './right'
import { openWire, type Wire } from './wire'

export interface OnWire {
  readonly wire: Wire
  readonly people: Patient
  readonly stage: Stage
  /** Has the calls made, by people who send again what is not answered. `address`: where they call, unless it is the host itself. */
  run(how: HowToRun, address?: URL): Promise<Trial>
}

/** The functions of this process, whose database at an address is reached through a wire; the checker goes the same way, when all is well again. */
export const onWireTo = async <Result>(address: string, work: (on: OnWire) => Promise<Result>): Promise<Result> => {
  const wire = await openWire(address)
  const stage = await openStage(mains, wire.through(address))
  const people = new Patient()
  const { patience, met } = people
  try {
    return await work({
      wire, people, stage,
      run: async (how, at = stage.address) => ({ ran: await run({ ...stage, address: at, patience }, wire.through(address), seedOfRun(), how), met }),
    })
  } finally {
    await stage.close()
    await wire.close()
  }
}

/** The same on a database of its own of the run's server. */
export const onWire = async <Result>(work: (on: OnWire) => Promise<Result>): Promise<Result> => {
  const database = await createDatabase()
  try {
    return await onWireTo(database.connectionString, work)
  } finally {
    await database.drop()
  }
}
