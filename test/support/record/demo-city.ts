import type { Template } from '../database'
import { demoKeys } from './demo-keys'

/** A record with the demo city in it, as the service itself fills one. */
export const demoCity: Template = {
  name: 'lost_card_demo_city',
  fill: async (connectionString) => {
    const [{ migrate }, { openServices }, { loadDemoCity }, { testConfig }] = await Promise.all([
      import('../../../cloudfunctions/repository'), import('../../../cloudfunctions/runtime/services'), import('../../../cloudfunctions/host/demo'), import('./keys'),
    ])
    await migrate(connectionString)
    const { repository } = openServices(testConfig(connectionString, demoKeys()))
    await loadDemoCity(repository)
    await repository.close()
  },
}
