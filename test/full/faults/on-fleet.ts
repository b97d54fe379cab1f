import { run, type HowToRun } from '../../histories/run'
import { stageAt } from '../../histories/stage'
import { configFrom } from '../../../cloudfunctions/runtime/config'
import { openServices } from '../../../cloudfunctions/runtime/services'
import { createDatabase } from '../../support/database'
import { startFleet, type Fleet, type FleetOptions } from '../../support/fleet'
import { fleetSettings } from '../../support/fleet/settings'
import { startPlatforms } from '../../support/platforms'
import { Patient } from './patience'
import type { Trial } from './right'

export interface OnFleet {
  readonly fleet: Fleet
  /** Has the calls made, by people who send again what is not answered. */
  run(how: HowToRun): Promise<Trial>
}

/** So many hosts as processes of their own, on a database of their own. */
export const onFleet = async <Result>(
  count: number, seed: number, work: (on: OnFleet) => Promise<Result>, how: FleetOptions = {},
): Promise<Result> => {
  const [database, platforms] = [await createDatabase(), await startPlatforms({ everyone: true })]
  const environment = { ...fleetSettings(database.connectionString), ...platforms.environment }
  const fleet = await startFleet(count, environment, how)
  const services = openServices(await configFrom({ ...environment, LOG_LEVEL: 'silent' }))
  const stage = await stageAt(fleet.address, services, () => services.repository.close())
  const { patience, met } = new Patient()
  try {
    return await work({ fleet, run: async (how) => ({ ran: await run({ ...stage, patience }, database.connectionString, seed, how), met }) })
  } finally {
    await stage.close()
    await fleet.stop()
    await platforms.close()
    await database.drop()
  }
}
