import { Writable } from 'node:stream'
import { channelOperations } from '@/contract/channel'
import { createHost } from '../../cloudfunctions/host/server'
import { logTo } from '../../cloudfunctions/runtime/log'
import { openServices, provideServices, type Services } from '../../cloudfunctions/runtime/services'
import { mains, openRecord, type TestRecord } from '../support/record'
import { startPlatforms } from '../support/platforms'
import { partner, type SigningPartner } from '../support/record/partner'

/** A real host over the demo city, with everybody who may ask it. */
export interface Stage {
  readonly address: URL
  readonly record: TestRecord
  readonly services: Services
  readonly partner: SigningPartner
  readonly bank: SigningPartner
  readonly staffId: string
  /** All that the process has written to its log. */
  readonly lines: readonly string[]
  close(): Promise<void>
}

const operations = Object.keys(channelOperations).map((name) => name.slice('channel/'.length))

/** Every statement's own connection, and none that a transaction was left on: those that are at work now, beside the one that asks. */
export const atWork = async ({ record: { sql } }: Stage): Promise<number> => {
  const { rows } = await sql.query<{ busy: string }>(
    "select count(*) as busy from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()")
  return Number(rows[0]?.busy)
}

const digest = `select concat_ws(' ', (select count(*) || ':' || coalesce(sum(seq), 0) from card_event), (select count(*) from loss_report), (select count(*) from reissue),
  (select count(*) from dispute), (select count(*) from proxy_grant), (select count(*) from consent), (select count(*) from photo),
  (select sum(hashtext(c::text)) from card c)) as kept`
/** All that a refused request must not change, as one text. */
export const kept = async ({ record: { sql } }: Stage): Promise<string> => (await sql.query<{ kept: string }>(digest)).rows[0]?.kept ?? ''

/** Opens it on a database of its own. */
export const openStage = async (): Promise<Stage> => {
  const platforms = await startPlatforms({ everyone: true })
  const record = await openRecord(platforms.config)
  const lines: string[] = []
  const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => { lines.push(chunk.toString()); done() } })
  const services = openServices(record.services.config, logTo('info', sink))
  provideServices(services)
  const { config, log, meter, repository } = services
  const host = await createHost({ functions: mains, config, log, meter, ready: repository.ping })
  const address = new URL(await host.server.listen({ port: 0, host: '127.0.0.1' }))
  await repository.staff.add({ staffId: 'fuzz-staff', outletId: 'chengdu.wuhou-agency', city: 'chengdu', passwordHash: 'none' })
  const close = async () => {
    await host.stop()
    await repository.close()
    await record.close()
    await platforms.close()
  }
  return {
    address, record, services, lines, close, staffId: 'fuzz-staff',
    partner: await partner({ services }, { channel: 'counter', operations }), bank: await partner({ services }, { channel: 'bank', bank: 'bocd', operations }),
  }
}
