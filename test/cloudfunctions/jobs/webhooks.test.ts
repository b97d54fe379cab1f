import { createHmac } from 'node:crypto'
import { main } from '../../../cloudfunctions/jobs'
import { keepTellingPartners } from '../../../cloudfunctions/host/webhooks'
import { tellAll } from '../../../cloudfunctions/host/telling'
import { openRecord, type TestRecord } from '../../support/record'
import { atOnce } from '../../support/record/at-once'
import type { FeedEvent } from '../../support/webhook'
import { holder, holders, partner, type Called, type Holder } from '../channel/stage'
import { another, happen, later, recorded, round, told, type Told } from './a-webhook'

// many requests, on a machine that may be busy
jest.setTimeout(60_000)

let record: TestRecord
let bank: Called
let card: Holder
const open: Told[] = []
const hears = async (over?: Parameters<typeof partner>[1]): Promise<Told> => {
  const one = await told(record, over)
  open.push(one)
  return one
}
beforeEach(async () => {
  record = await openRecord()
  bank = await partner(record, { channel: 'bank', bank: 'icbc' })
  card = await holder(record)
  await tellAll(record.services)
})
afterEach(async () => {
  const closed = open.splice(0)
  await Promise.all(closed.map(({ at }) => at.close()))
  await record.close()
  expect(closed.flatMap(({ at }) => at.wrong)).toEqual([])
})

const webhookOf = async ({ of }: Told) => (await record.services.repository.webhooks.list()).find(({ partnerId }) => partnerId === of.partnerId)
const positions = (events: readonly FeedEvent[]) => events.map(({ position }) => position)
const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)
const whats = (events: readonly FeedEvent[], cardId: string) => events.filter((event) => event.cardId === cardId).map(({ what }) => what)
const runs = (times: number) => Array.from({ length: times }, (_, time) => (time % 2 === 0 ? 'lossReported' : 'reportReleased'))

test('a partner is told, signed and in order, what happened; nothing in it is personal', async () => {
  const bureau = await hears()
  await happen(record, bank, card, 3)
  expect(await round(record.services)).toBe(1)
  const { at } = bureau
  expect(at.taken()).toMatchObject([
    { cardId: card.cardId, city: 'chengdu', what: 'lossReported', function: 'financial', channel: 'bank', by: 'bank' },
    { cardId: card.cardId, what: 'reportReleased' },
    { cardId: card.cardId, what: 'lossReported' },
  ])
  expect(at.read.map(({ position }) => position)).toEqual([positions(at.taken()).at(-1)])
  const sent = JSON.stringify(at.read)
  for (const personal of [card.card_number, card.id_number, card.name, card.phone, bank.partnerId, bank.name]) expect(sent).not.toContain(personal)
  expect(await round(record.services)).toBe(0)
})

test('whatever befalls a call, nothing is missing in the end and each card’s order holds', async () => {
  const bureau = await hears()
  const elsewhere = await hears({ channel: 'bureau', cities: ['beijing'] })
  bureau.at.faults.push({ status: 500 }, 'cutBefore', 'cutAfter', { status: 307, location: elsewhere.at.url }, { status: 404 })
  const words: unknown[] = []
  for (let time = 0; time < 6; time += 1) {
    await happen(record, bank, card, 2)
    await round(record.services)
    words.push((await webhookOf(bureau))?.lastFailure)
    await later(record)
  }
  expect(words).toEqual(['500', 'cut', 'cut', '307', '404', null])
  await round(record.services)
  expect(whats(bureau.at.taken(), card.cardId)).toEqual(runs(12))
  expect(positions(bureau.at.taken())).toEqual(sorted(positions(bureau.at.taken())))
  expect(elsewhere.at.read).toEqual([])
})

test('an answer that does not come in time counts as none, and the same is sent again', async () => {
  const bureau = await hears()
  const stopped = new AbortController()
  bureau.at.faults.push({ until: new Promise((resolve) => stopped.signal.addEventListener('abort', resolve)) })
  await happen(record, bank, card, 1)
  await round(record.services, 300)
  expect(await webhookOf(bureau)).toMatchObject({ lastFailure: 'timeout' })
  await later(record)
  await round(record.services)
  expect(bureau.at.read[1]).toEqual(bureau.at.read[0])
  stopped.abort()
})

test('a failure is seen until it is over, and each makes the next try later, up to a quarter of an hour', async () => {
  const bureau = await hears()
  await happen(record, bank, card, 1)
  const waits: number[] = []
  for (let time = 0; time < 12; time += 1) {
    bureau.at.faults.push({ status: 503 })
    await round(record.services)
    const { rows } = await record.sql.query<{ wait: number }>(
      'select round((next_at - extract(epoch from clock_timestamp()) * 1000) / 1000)::integer as wait from webhook')
    waits.push(rows[0]?.wait ?? -1)
    expect(await round(record.services)).toBe(0)
    await later(record)
  }
  const expected = [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]
  expect(waits.every((wait, index) => Math.abs(wait - (expected[index] ?? 0)) <= 1)).toBe(true)
  expect(await webhookOf(bureau)).toMatchObject({ failingSince: expect.any(Number), lastFailure: '503' })
  await round(record.services)
  expect(await webhookOf(bureau)).toMatchObject({ failingSince: null, lastFailure: null })
})

test('a sender that is gone between the sending and the keeping has its events sent again by another', async () => {
  const bureau = await hears()
  await happen(record, bank, card, 3)
  const gone = another(record)
  const [reached, answered] = [bureau.at.next(), new AbortController()]
  bureau.at.faults.push({ until: new Promise((resolve) => answered.signal.addEventListener('abort', resolve)) })
  const sending = round(gone)
  await reached
  // the answer will come, and nothing can be kept of it
  await gone.repository.close()
  answered.abort()
  await sending
  // while it may still be at it, nobody else is
  expect(await round(record.services)).toBe(0)
  await later(record)
  await round(record.services)
  expect(bureau.at.read[1]).toEqual(bureau.at.read[0])
  expect((await webhookOf(bureau))?.position).toBe(positions(bureau.at.taken()).at(-1))
})

test('what a sender reports once its time is over counts no more: the position never moves back, nor past what was replayed', async () => {
  const { repository } = record.services
  const bureau = await hears()
  await happen(record, bank, card, 2)
  const late = await repository.webhooks.hold(bureau.of.partnerId)
  expect(await repository.webhooks.hold(bureau.of.partnerId)).toBeNull()
  await later(record)
  await round(record.services)
  const kept = (await webhookOf(bureau))?.position ?? 0
  if (!late) throw new Error('nothing was to be told')
  expect(await repository.webhooks.moved(late, late.position)).toBe(false)
  await repository.webhooks.failed(late, 'cut')
  expect(await webhookOf(bureau)).toMatchObject({ position: kept, lastFailure: null })
  await happen(record, bank, card, 2)
  const held = await repository.webhooks.hold(bureau.of.partnerId)
  await repository.webhooks.replay(bureau.of.partnerId, 0)
  expect(held && (await repository.webhooks.moved(held, kept + 1))).toBe(false)
  expect((await webhookOf(bureau))?.position).toBe(0)
})

test('fifty changes of ten cards at once, with three senders at it: each is sent, once, in its card’s order', async () => {
  const cards = await holders(record, 10)
  await tellAll(record.services)
  const bureau = await hears()
  const others = [another(record), another(record)]
  await Promise.all([
    ...cards.map((one) => happen(record, bank, one, 5)),
    ...[record.services, ...others].map((services) => atOnce(10, () => round(services))),
  ])
  while ((await record.sql.query('select from outbox where sent_at is null and card_key = any($1)', [cards.map(({ cardId }) => cardId)])).rowCount)
    await tellAll(record.services)
  await round(record.services)
  await Promise.all(others.map(({ repository }) => repository.close()))
  expect(bureau.at.taken()).toHaveLength(50)
  for (const { cardId } of cards) expect(whats(bureau.at.taken(), cardId)).toEqual(await recorded(record, cardId))
})

test('what came after any former position is sent again; nothing is passed over by going ahead', async () => {
  const { webhooks } = record.services.repository
  const bureau = await hears()
  await happen(record, bank, card, 4)
  await round(record.services)
  const [, second] = positions(bureau.at.taken())
  expect(await webhooks.replay(bureau.of.partnerId, second ?? 0)).toBe(true)
  await round(record.services)
  expect(bureau.at.read[1]?.events).toEqual(bureau.at.read[0]?.events.slice(2))
  expect(await webhooks.replay(bureau.of.partnerId, 1_000_000)).toBe(false)
  expect(await webhooks.replay(bank.partnerId, 0)).toBe(false)
})

test('much is sent call by call, and goes on where it was', async () => {
  const bureau = await hears()
  await happen(record, bank, card, 120)
  await round(record.services)
  expect(bureau.at.read.map(({ events }) => events.length)).toEqual([50, 50, 20])
  expect(whats(bureau.at.taken(), card.cardId)).toEqual(runs(120))
})

test('a bank is told of its own cards and a partner of its own cities alone, however much concerns others', async () => {
  const [own, other, away] = [await hears({ channel: 'bank', bank: 'icbc' }), await hears({ channel: 'bank', bank: 'ccb' }), await hears({ channel: 'tianfu', cities: ['beijing'] })]
  await record.sql.query(`insert into feed select (select max(position) from feed) + g, $1, 1, 'chengdu', 'boc' from generate_series(1, 4500) g`, [card.cardId])
  await happen(record, bank, card, 2)
  expect(await round(record.services)).toBe(3)
  expect(whats(own.at.taken(), card.cardId)).toEqual(runs(2))
  expect([other.at.read, away.at.read]).toEqual([[], []])
  // what concerns others is not looked through again
  expect(await round(record.services)).toBe(0)
})

test('what is sent is signed, and cards are referred to, by the newest secret', async () => {
  const bureau = await hears()
  const newest = (await record.services.repository.partners.rotate(bureau.of.partnerId, 60_000)) ?? ''
  await happen(record, bank, card, 1)
  await round(record.services)
  // a partner who has not put it in place yet believes nothing, and misses nothing
  expect(bureau.at.wrong.splice(0)).toEqual(['signature'])
  expect(await webhookOf(bureau)).toMatchObject({ lastFailure: '401' })
  bureau.at.secrets.push(newest)
  await later(record)
  await round(record.services)
  expect(bureau.at.signedWith).toEqual([newest])
  expect(bureau.at.taken().map(({ cardReference }) => cardReference)).toEqual([createHmac('sm3', newest).update(card.card_number).digest('hex')])
})

test('a partner that does not answer holds nobody up', async () => {
  const [dead, alive] = [await hears(), await hears()]
  const stopped = new AbortController()
  const never = new Promise((resolve) => stopped.signal.addEventListener('abort', resolve))
  dead.at.faults.push({ until: never }, { until: never })
  const reached = dead.at.next()
  const end = keepTellingPartners(record.services)
  const heard = async (times: number) => {
    while (whats(alive.at.taken(), card.cardId).length < times) await alive.at.next()
  }
  await happen(record, bank, card, 2)
  await Promise.all([reached, heard(2)])
  await happen(record, bank, card, 1)
  await heard(3)
  expect(dead.at.taken()).toEqual([])
  stopped.abort()
  await end()
})

test('whoever is disabled, has lost the leave or its webhook is told nothing, and goes on where it was', async () => {
  const { partners, webhooks } = record.services.repository
  const [bureau, removed] = [await hears(), await hears()]
  await partners.disable(bureau.of.partnerId)
  await webhooks.remove(removed.of.partnerId)
  await happen(record, bank, card, 2)
  expect(await round(record.services)).toBe(0)
  await partners.enable(bureau.of.partnerId)
  await record.sql.query(`update partner set operations = '{disputes}' where partner_id = $1`, [bureau.of.partnerId])
  expect(await round(record.services)).toBe(0)
  await record.sql.query(`update partner set operations = '{events}' where partner_id = $1`, [bureau.of.partnerId])
  expect(await round(record.services)).toBe(1)
  expect(whats(bureau.at.taken(), card.cardId)).toEqual(runs(2))
})

test('the cloud’s timer makes a round, and says with how many partners', async () => {
  const bureau = await hears()
  await happen(record, bank, card, 1)
  expect(await main({ Type: 'Timer', TriggerName: 'webhooks' }, {})).toEqual({ ok: true, data: { partners: 1 } })
  expect(bureau.at.taken()).toHaveLength(1)
})
