import { tellAll } from '../../../cloudfunctions/host/telling'
import { tellerOf } from '../../../cloudfunctions/jobs/webhooks'
import { openServices, type Services } from '../../../cloudfunctions/runtime/services'
import { ok, type TestRecord } from '../../support/record'
import { callAs, newKey, partner, type Called, type Holder } from '../channel/stage'
import { receiver, type Receiver } from '../../support/webhook'

export interface Told {
  readonly of: Called
  readonly at: Receiver
}

/** A partner that is told at a server of its own what happens from now on. */
export const told = async (record: TestRecord, over: Parameters<typeof partner>[1] = { channel: 'bureau' }): Promise<Told> => {
  const of = await partner(record, over)
  const at = await receiver(of.partnerId, [of.secret])
  await record.services.repository.webhooks.set(of.partnerId, at.url, false)
  return { of, at }
}

/** One round, as the host and the cloud's timer make them. */
export const round = async (services: Services, timeoutMs?: number): Promise<number> => {
  const teller = tellerOf(services, new AbortController().signal, timeoutMs)
  const begun = await teller.begin()
  await teller.finished()
  return begun
}

/** As another process on the same record. */
export const another = ({ services: { config } }: TestRecord): Services => openServices(config)

/** Until the time has come to try every partner again. */
export const later = async ({ sql }: TestRecord): Promise<void> => void (await sql.query('update webhook set next_at = 0'))

/** A bank reports and releases its half of a card, again and again; it is handed on. */
export const happen = async (record: TestRecord, bank: Called, { cardId }: Pick<Holder, 'cardId'>, times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) {
    const name = time % 2 === 0 ? 'channel/bankReported' : 'channel/bankReleased'
    await ok(callAs(bank, name, { card: { cardId }, staff: { id: 'b-1' }, idempotencyKey: newKey() }))
  }
  await tellAll(record.services)
}

/** What happened to a card from its import on, in its order. */
export const recorded = async ({ sql }: TestRecord, cardId: string): Promise<string[]> => {
  const { rows } = await sql.query<{ what: string }>(
    `select event ->> 'what' as what from card_event where card_key = $1 and event ->> 'what' <> 'cardImported' order by seq`, [cardId])
  return rows.map(({ what }) => what)
}
