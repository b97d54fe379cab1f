import type { DataOf, MessageTemplate } from '@/contract'
import { tellAll } from '../../../cloudfunctions/host/telling'
import { sendDue } from '../../../cloudfunctions/jobs/messages'
import { openMessengers } from '../../../cloudfunctions/platforms/messengers'
import type { MessageConfig } from '../../../cloudfunctions/runtime/message-config'
import { openServices, provideServices, type Services } from '../../../cloudfunctions/runtime/services'
import { openRecord, type TestRecord } from '../../support/record'
import { call, newKey, ok, type Citizen } from '../../support/record/citizen'

type DemoId = DataOf<'session/demoCitizens'>['citizens'][number]['id']

export interface Delivery {
  readonly state: string
  readonly way: string | null
  readonly reason: string | null
  readonly tries: number
}

/** The demo city with everything set up by which messages are sent; `limitMs`: how long an answer may stay away. */
export interface MessageStage extends TestRecord {
  /** Told, but not sent. */
  tell(): Promise<void>
  /** Sends what is due, once. */
  send(): Promise<number>
  /** Nothing waits any more, and nobody has allowed anything. */
  clear(): Promise<void>
  /** A citizen's phone, on which one message of a template more was allowed. */
  allow(citizen: Citizen, id: DemoId, template?: MessageTemplate): Promise<void>
  /** All deliveries, newest told last. */
  deliveries(): Promise<Delivery[]>
  /** As if so long (seconds) had passed for what waits in line. */
  pass(seconds: number): Promise<void>
  /** Another instance, which sends by other ways. */
  instance(over?: Partial<MessageConfig>, limitMs?: number): Services
  count(text: string): Promise<number>
}

export const openid = (id: DemoId): string => `demo-openid-${id}`

export const openMessages = async (): Promise<MessageStage> => {
  const record = await openRecord()
  const { platforms, sql } = record
  const opened: Services[] = []
  const instance: MessageStage['instance'] = (over = {}, limitMs) => {
    const config = { ...record.services.config, messages: { ...platforms.messages, ...over } }
    const services = openServices(config, record.services.log)
    opened.push(services)
    return { ...services, messengers: openMessengers(config, services.repository.platformTokens, limitMs) }
  }
  const services = instance()
  provideServices(services)
  const tell = () => tellAll(services)
  const clear = async () => {
    await services.repository.told.settleLapses()
    await tell()
    await sql.query('delete from pgboss.job')
    await sql.query('delete from delivery')
    await sql.query('delete from subscription')
  }
  await clear()
  return {
    ...record,
    services,
    tell,
    send: () => sendDue(services, new AbortController().signal),
    clear,
    allow: async ({ token }, id, template = 'cardChanged') => {
      await ok(call('person/subscribe', { templates: [template], idempotencyKey: newKey() }, token))
      await platforms.play.subscribe('wechat', openid(id), platforms.messages.wechat[template]?.id ?? '')
    },
    deliveries: async () => (await sql.query<Delivery>(
      `select d.state, d.way, d.reason, d.tries from delivery d join message m using (person_key, message_id) order by m.position`)).rows,
    pass: async (seconds) => {
      await sql.query(`update pgboss.job set start_after = start_after - $1 * interval '1 second', started_on = started_on - $1 * interval '1 second'`, [seconds])
    },
    instance,
    count: async (text) => (await sql.query<{ count: number }>(`select count(*)::integer as count from ${text}`)).rows[0]?.count ?? -1,
    close: async () => {
      await Promise.all(opened.map(({ repository }) => repository.close()))
      await record.close()
    },
  }
}
