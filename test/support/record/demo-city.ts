import { loadDemoCity } from '../../../cloudfunctions/host/demo'
import { migrate } from '../../../cloudfunctions/repository'
import { openServices } from '../../../cloudfunctions/runtime/services'
import type { Template } from '../database'
import { demoKeys } from './demo-keys'
import { testConfig } from './keys'

/** A record with the demo city in it, as the service itself fills one. */
export const demoCity: Template = {
  name: 'lost_card_demo_city',
  fill: async (connectionString) => {
    await migrate(connectionString)
    const { repository } = openServices(testConfig(connectionString, demoKeys()))
    await loadDemoCity(repository)
    await repository.close()
  },
}
