import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { civilMidnight, day } from '@/domain/time'
import { relayAll, tellAll } from '../../../cloudfunctions/host/telling'
import { openRecord, ok, call, type TestRecord } from '../../support/record'
import { atOnce } from '../../support/record/at-once'
import { cardFile, row } from '../../support/record/card-file'
import { importFile } from '../../support/record/import-file'
import { acted, callAs, newKey, signedIn, window1 } from '../channel/stage'
import { collect, found, inAWord, makers, readyCard, type Makers } from './stage'

jest.setTimeout(180_000)

let record: TestRecord
let who: Makers
beforeAll(async () => {
  record = await openRecord()
  who = await makers(record)
})
afterAll(() => record.close())
afterEach(() => jest.restoreAllMocks())

const lock = 4_244
const query = async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> => (await record.sql.query<Row>(text, [...values])).rows
const count = async (text: string, values: readonly unknown[] = []): Promise<number> => (await query<{ count: number }>(`select count(*)::integer as count from ${text}`, values))[0]?.count ?? -1
const newCards = (cardId: string) => count('card where replaces_key = $1', [cardId])
const stateOf = async (cardId: string) => (await query<{ state: string }>('select state from reissue where card_key = $1', [cardId]))[0]?.state
const waiting = () => count('card_relay where sent_at is null and reason is null')
const again = () => query('update card_relay set next_at = 0 where sent_at is null')
const holds = async (cardId: string) => expect(await record.services.repository.cards.verifyHistory(cardId)).toBeNull()

/** A card handed over by an instance that ended before it told anybody: the relay is what is left. */
const handedOver = async () => {
  const one = await readyCard(record, who)
  jest.spyOn(record.services.repository.relayed, 'relayOf').mockResolvedValue(undefined)
  await ok(collect(who.counter, one))
  jest.restoreAllMocks()
  return one
}

/** Has a trigger stop whoever opens a card, by what it does. */
const stopOpening = async (body: string) => {
  await query(`create function stop_opening() returns trigger language plpgsql as $$ begin if new.replaces_key is not null then ${body}; end if; return new; end $$`)
  await query('create trigger stop_opening before insert on card for each row execute function stop_opening()')
}
const letOpen = () => query('drop function stop_opening cascade')

const activated = (cardId: string) => callAs(who.counter, 'channel/activate', acted(who.counter, { cardId }))
const bankActivated = (cardId: string) => callAs(who.bank, 'channel/bankActivated', { card: { cardId }, staff: window1, idempotencyKey: newKey() })

test('a card handed over by an instance that ended is opened all the same, once, however often and by however many it is done', async () => {
  const one = await handedOver()
  expect([await newCards(one.cardId), await waiting()]).toEqual([0, 1])
  await atOnce(8, () => record.services.repository.relayed.relayDue())
  expect([await newCards(one.cardId), await waiting()]).toEqual([1, 0])
  const { cardId } = await found(who.counter, one.newNumber)
  // ended before the old card heard of it, or before it was marked as done
  await query('update order_private set new_card_key = null where card_key = $1', [one.cardId])
  await query('update card_relay set sent_at = null where card_key = $1', [one.cardId])
  await relayAll(record.services)
  expect(await newCards(one.cardId)).toBe(1)
  expect(await query('select new_card_key from order_private where card_key = $1', [one.cardId])).toEqual([{ new_card_key: cardId }])
  expect(await query('select event, actor from card_event where card_key = $1', [cardId])).toEqual([
    { actor: 'relay', event: { what: 'cardImported', at: expect.any(Number), channel: 'system', by: 'system', lives: { socialSecurity: 'notActivated', financial: 'notActivated' }, report: null, reissue: null } },
  ])
  await holds(cardId)
})

test('one that fails holds nobody else up, leaves nothing half done, and is said by its key alone', async () => {
  const [bad, good] = [await handedOver(), await handedOver()]
  const lines: unknown[] = []
  jest.spyOn(record.services.log, 'error').mockImplementation((line: unknown) => void lines.push(line))
  await stopOpening(`if new.replaces_key = '${bad.cardId}' then raise exception 'no'; end if`)
  await relayAll(record.services)
  expect([await newCards(bad.cardId), await newCards(good.cardId)]).toEqual([0, 1])
  expect(await query('select tries, next_at > at as later from card_relay where sent_at is null')).toEqual([{ tries: 1, later: true }])
  expect(await count('card_directory d where not exists (select from card c where c.card_key = d.card_key)')).toBe(0)
  expect(lines).toEqual([{ operation: 'relaying', code: 'fault', reason: bad.cardId, error: expect.anything() }])
  expect(JSON.stringify(lines)).not.toContain(bad.newNumber)
  await letOpen()
  await again()
  await relayAll(record.services)
  expect([await newCards(bad.cardId), await waiting()]).toEqual([1, 0])
})

const listOf = (keys: readonly { id: string; bytes: Uint8Array }[]) => keys.map(({ id, bytes }) => `${id}:${Buffer.from(bytes).toString('hex')}`).join(',')
const teller = () => {
  const { config: { dataKeys, hashKeys, sessionKeys } } = record.services
  const keys = { DATA_KEYS: listOf(dataKeys), HASH_KEYS: listOf(hashKeys), SESSION_KEYS: listOf(sessionKeys) }
  return spawn(process.execPath, ['--import', 'tsx', 'test/cloudfunctions/jobs/teller.ts'], {
    env: { ...process.env, ...keys, DATABASE_URL: record.connectionString, LOG_LEVEL: 'silent' }, stdio: ['pipe', 'inherit', 'inherit'],
  })
}

test('killed in the midst of opening a card, nothing is there, and then it is there once', async () => {
  const one = await handedOver()
  await query('select pg_advisory_lock($1)', [lock])
  await stopOpening(`perform pg_advisory_xact_lock(${lock})`)
  const child = teller()
  const someoneWaits = `pg_locks where locktype = 'advisory' and not granted and objid = ${lock} and database = (select oid from pg_database where datname = current_database())`
  while ((await count(someoneWaits)) === 0) if (child.exitCode !== null) throw new Error('the process ended by itself')
  child.kill('SIGKILL')
  await once(child, 'close')
  await query('select pg_advisory_unlock($1)', [lock])
  // its connection is noticed to be gone once its statement ends
  while ((await count(`pg_stat_activity where datname = current_database() and application_name = 'lost-card' and xact_start is not null`)) > 0);
  await letOpen()
  expect([await newCards(one.cardId), await waiting()]).toEqual([0, 1])
  await relayAll(record.services)
  expect([await newCards(one.cardId), await waiting()]).toEqual([1, 0])
})

/** What the holder was told of a card, and what partners read of it in the feed. */
const toldOf = async (holder: Parameters<typeof signedIn>[1], cardId: string) => {
  const { token } = await signedIn(record, holder, 'wechat')
  return (await ok(call('person/inbox', {}, token))).messages.filter((message) => message.cardId === cardId).map(({ about, channel, by }) => [about, channel, by])
}
const fedOf = async (cardId: string) => {
  const { events } = await ok(callAs(who.bureau, 'channel/events', { after: Math.max(0, (await count('feed')) - 100), limit: 200 }))
  return events.filter((event) => event.cardId === cardId).map(({ what, channel }) => [what, channel])
}

test('its holder is told of the new card, and partners are, once each, also where whoever opened it ended before', async () => {
  const one = await handedOver()
  // ended once it was opened, and before it was marked as done, or told
  await record.services.repository.relayed.relayDue()
  await query('update card_relay set sent_at = null where card_key = $1', [one.cardId])
  await atOnce(4, () => record.services.repository.relayed.relayDue())
  const { cardId } = await found(who.counter, one.newNumber)
  await Promise.all([tellAll(record.services), tellAll(record.services)])
  await tellAll(record.services)
  expect(await toldOf(one, cardId)).toEqual([['cardOpened', 'system', 'system']])
  expect(await fedOf(cardId)).toEqual([['cardImported', 'system']])
})

test('what stops the telling of it stops its opening: neither is there without the other', async () => {
  const one = await handedOver()
  await query(`create function stop_opening() returns trigger language plpgsql as $$ begin if new.notice ->> 'about' = 'cardOpened' then raise exception 'no'; end if; return new; end $$`)
  await query('create trigger stop_opening before insert on outbox for each row execute function stop_opening()')
  await relayAll(record.services)
  expect([await newCards(one.cardId), await waiting()]).toEqual([0, 1])
  await letOpen()
  await again()
  await relayAll(record.services)
  await tellAll(record.services)
  expect(await toldOf(one, (await found(who.counter, one.newNumber)).cardId)).toHaveLength(1)
})

test('an order closes once both halves work, whichever is first, and however often it is told', async () => {
  const [one, other] = [await handedOver(), await handedOver()]
  await relayAll(record.services)
  const [first, second] = [await found(who.counter, one.newNumber), await found(who.counter, other.newNumber)]
  await ok(activated(first.cardId))
  expect(await stateOf(one.cardId)).toBe('socialSecurityActivated')
  await ok(bankActivated(first.cardId))
  await ok(bankActivated(second.cardId))
  expect(await stateOf(other.cardId)).toBe('financialActivated')
  await ok(activated(second.cardId))
  expect([await stateOf(one.cardId), await stateOf(other.cardId)]).toEqual(['closed', 'closed'])
  const before = await count('card_event')
  await query(`update card_relay set sent_at = null where kind = 'activated'`)
  await relayAll(record.services)
  expect([await count('card_event'), await waiting()]).toEqual([before, 0])
  for (const cardId of [one.cardId, other.cardId, first.cardId]) await holds(cardId)
})

test('an old card that somebody changes meanwhile is moved on all the same', async () => {
  const one = await handedOver()
  await relayAll(record.services)
  const { cardId } = await found(who.counter, one.newNumber)
  const { token } = await signedIn(record, one, 'wechat')
  const tell = (told: boolean) => call('card/bankTold', { cardId: one.cardId, told, idempotencyKey: newKey() }, token)
  await Promise.all([activated(cardId), bankActivated(cardId), ...Array.from({ length: 12 }, (_, each) => tell(each % 2 === 0))])
  await relayAll(record.services)
  expect(await stateOf(one.cardId)).toBe('closed')
  await holds(one.cardId)
})

test('a number that became somebody else’s is set aside with why; the holder’s own is taken as it is', async () => {
  const [one, own] = [await readyCard(record, who), await readyCard(record, who)]
  await importFile(record, cardFile(
    row({ card_number: one.newNumber }),
    row({ card_number: own.newNumber, id_number: own.id_number, name: own.name, state: 'inUse' }),
  ))
  const lines: unknown[] = []
  jest.spyOn(record.services.log, 'error').mockImplementation((line: unknown) => void lines.push(line))
  expect((await ok(collect(who.counter, one))).order.newCardId).toBeUndefined()
  expect(lines).toEqual([{ operation: 'relaying', code: 'numberOfAnother', reason: one.cardId }])
  expect(await query('select reason, sent_at from card_relay where card_key = $1', [one.cardId])).toEqual([{ reason: 'numberOfAnother', sent_at: null }])
  expect((await ok(collect(who.counter, own))).order.newCardId).toBe((await found(who.counter, own.newNumber)).cardId)
  await relayAll(record.services)
  // it works already: nothing is left to be activated
  expect([await stateOf(one.cardId), await stateOf(own.cardId), await waiting()]).toEqual(['collected', 'closed', 0])
})

describe('a card that is ready and not collected', () => {
  const readySince = async (since: number) => {
    const one = await readyCard(record, who)
    await query('update reissue set moved_at = $2 where card_key = $1', [one.cardId, since])
    return one
  }

  test('is missed from the day on that the city says, told to its holder, and handed out all the same', async () => {
    const today = civilMidnight(Date.now())
    const [last, next] = [await readySince(today - 89 * day - 1), await readySince(today - 89 * day)]
    expect(await record.services.repository.relayed.missDue()).toBe(1)
    expect(await record.services.repository.relayed.missDue()).toBe(0)
    expect([await stateOf(last.cardId), await stateOf(next.cardId)]).toEqual(['uncollected', 'ready'])
    await tellAll(record.services)
    const { token } = await signedIn(record, last, 'wechat')
    expect((await ok(call('person/inbox', {}, token))).messages[0]).toMatchObject({ about: 'reissueMoved', to: 'uncollected', channel: 'system' })
    expect(await inAWord(collect(who.counter, last))).toBe('done')
  })

  test('that cannot be written holds up no other', async () => {
    const long = Date.now() - 200 * day
    const [bad, good] = [await readySince(long), await readySince(long + 1)]
    await query(`update card set city = 'nowhere' where card_key = $1`, [bad.cardId])
    const lines: unknown[] = []
    jest.spyOn(record.services.log, 'error').mockImplementation((line: unknown) => void lines.push(line))
    expect(await record.services.repository.relayed.missDue()).toBe(1)
    expect([await stateOf(bad.cardId), await stateOf(good.cardId)]).toEqual(['ready', 'uncollected'])
    expect(lines).toEqual([{ operation: 'uncollected', code: 'fault', reason: bad.cardId, error: expect.anything() }])
  })
})
