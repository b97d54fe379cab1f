import { Agent } from 'node:http'
import { channelOperations } from '@/contract/channel'
import { createHost } from '../../cloudfunctions/host/server'
import type { Functions } from '../../cloudfunctions/host/functions'
import { openServices, provideServices, type Services } from '../../cloudfunctions/runtime/services'
import { startPlatforms } from '../support/platforms'
import { partner, type SigningPartner } from '../support/record/partner'
import { testConfig } from '../support/record/keys'
import type { Timed } from './send'

const everything = Object.keys(channelOperations).map((name) => name.slice('channel/'.length))
const channels = ['tianfu', 'phone', 'counter', 'terminal', 'bureau'] as const
export const banks = ['icbc', 'ccb'] as const

export type PartnerName = (typeof channels)[number] | (typeof banks)[number]

/** The real functions behind a real server, on a record of their own, and everybody who may ask them. */
export interface Stage {
  readonly address: URL
  readonly agent: Agent
  readonly services: Services
  readonly partners: Readonly<Record<PartnerName, SigningPartner>>
  /** Resolves when it is worth sending again what got this answer; without it nobody sends anything a second time. */
  readonly patience?: (met: Timed) => Promise<void>
  close(): Promise<void>
}

const partnersOf = async (services: Services): Promise<Stage['partners']> => {
  const added = await Promise.all([
    ...channels.map(async (channel) => [channel, await partner({ services }, { channel, operations: everything })] as const),
    ...banks.map(async (bank) => [bank, await partner({ services }, { channel: 'bank', bank, operations: everything })] as const),
  ])
  return Object.fromEntries(added) as Stage['partners']
}

/** Hosts that answer at an address already, with the services of their record. */
export const stageAt = async (address: string, services: Services, end: () => Promise<unknown>): Promise<Stage> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const close = async () => {
    agent.destroy()
    await end()
  }
  return { address: new URL(address), agent, services, partners: await partnersOf(services), close }
}

/** Opens the functions on an empty database. */
export const openStage = async (functions: Functions, database: string): Promise<Stage> => {
  const platforms = await startPlatforms({ everyone: true })
  const services = openServices(testConfig(database, platforms.config))
  await services.repository.migrate()
  provideServices(services)
  const { config, log, meter, repository } = services
  const host = await createHost({ functions, config, log, meter, ready: repository.ping })
  return stageAt(await host.server.listen({ port: 0, host: '127.0.0.1' }), services, async () => {
    await host.stop()
    await repository.close()
    await platforms.close()
  })
}
