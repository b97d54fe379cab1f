import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDatabase, type DatabaseServer } from '../../../cloudfunctions/host/database'
import { loadDemoCity } from '../../../cloudfunctions/host/demo'
import { openServices, provideServices, type Services } from '../../../cloudfunctions/runtime/services'
import { baseBackup } from '../../support/database/base-backup'
import { startPlatforms, type Platforms } from '../../support/platforms'
import { call, citizen, ok } from '../../support/record/citizen'
import { testConfig } from '../../support/record/keys'
import { audited, signAll } from './stage'

jest.setTimeout(180_000)

let above: string
let server: DatabaseServer
let services: Services
let platforms: Platforms
const place = (name: string) => join(above, name)

const openOn = async (name: string): Promise<void> => {
  server = await startDatabase(place(name))
  await server.ensure('lost_card')
  const databaseUrl = server.address('lost_card')
  // the keys are kept apart from the database, and live on
  services = openServices(services ? { ...services.config, databaseUrl } : testConfig(databaseUrl, platforms.config))
  provideServices(services)
}

beforeAll(async () => {
  above = await mkdtemp(join(tmpdir(), 'lost-card-restore-'))
  await chmod(above, 0o711)
  platforms = await startPlatforms({ everyone: true })
  await openOn('postgres')
  await services.repository.migrate()
  await loadDemoCity(services.repository)
})
afterAll(async () => {
  await services.repository.close()
  await platforms.close()
  await server.stop()
  await rm(above, { recursive: true, force: true })
})

const check = (known: { position: number; hash: string } | null) => audited({ services, connectionString: services.config.databaseUrl }, { known })

test('what was acknowledged before a backup ended is there after the database is lost; the chain holds, and the service answers', async () => {
  const [before, during] = [await citizen('in-use', 'wechat'), await citizen('two-cards', 'alipay')]
  await ok(before.report())
  await signAll({ services })
  const { last, events } = await check(null)
  await baseBackup(services.config.databaseUrl, place('postgres'), place('backup'), () => ok(during.report()))
  await services.repository.close()
  await server.stop()
  await rm(place('postgres'), { recursive: true })

  await openOn('backup')
  await services.repository.migrate()
  expect(await check(last)).toMatchObject({ broken: [], last, events: events + 1 })
  for (const person of [before, during]) expect((await ok(call('card/get', { cardId: person.cardId }, person.token))).card.socialSecurity.state).not.toBe('inUse')
  await ok(before.release())
  expect(await signAll({ services })).toBe(1)
  expect((await check(last)).broken).toEqual([])
})
