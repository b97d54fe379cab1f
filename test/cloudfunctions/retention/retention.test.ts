import pg from 'pg'
import { keptFor, type DataClass } from '@/domain/retention'
import { hour, minute } from '@/domain/time'
import { openDatabase } from '../../../cloudfunctions/repository/database'
import { applyRetention, type Retained } from '../../../cloudfunctions/repository/retention'
import { logTo } from '../../../cloudfunctions/runtime/log'
import { keysFrom } from '../../../cloudfunctions/runtime/keys'
import { createDatabase, type TestDatabase } from '../../support/database'
import { testConfig } from '../../support/record/keys'

const keys = keysFrom(testConfig(''))
/** Any time will do. */
const now = Date.UTC(2026, 10, 25)

let created: TestDatabase
let sql: pg.Client
let database: ReturnType<typeof openDatabase>
beforeAll(async () => {
  created = await createDatabase()
  database = openDatabase(created.connectionString, logTo('silent'))
  sql = new pg.Client({ connectionString: created.connectionString })
  await sql.connect()
})
afterAll(async () => {
  await sql.end()
  await database.pool.end()
  await created.drop()
})
afterEach(async () => {
  await sql.query('truncate session, verification, idempotency, consent, proxy_grant, person_grant, account, tries, kiosk, voice_call, delivery, subscription, order_private, photo, person, person_directory, person_card, guardianship')
  // a line that was written once goes, and is never emptied out
  await sql.query('delete from card_access')
})

const retain = (at = now) => applyRetention(database, keys, { at })

/** What a retention counted, but for what it did not find. */
const found = (counts: Retained) => Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))

const insert = (table: string, row: Record<string, unknown>) => {
  const names = Object.keys(row)
  return sql.query(`insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`, Object.values(row))
}

const count = async (table: string) => (await sql.query<{ count: number }>(`select count(*)::integer as count from ${table}`)).rows[0]?.count

const session = (over: Record<string, unknown>) =>
  insert('session', { account_key: 'a', session_id: 's', epoch: 1, played: false, secret_hash: 'h', begun_at: 1, expires_at: now * 2, ...over })
const check = (over: Record<string, unknown>) =>
  insert('verification', { subject_key: 'a', verification_id: 'a.v', account_key: 'a', purpose: 'bind', result: 'begun', begun_at: now, ...over })
const consent = (over: Record<string, unknown>) =>
  insert('consent', { person_key: 'p', what: 'privacy', subject_key: 'p', given_at: 1, notice: '2026-11-25', withdrawn_at: null, ...over })
const grant = async (over: Record<string, unknown>) => {
  await insert('proxy_grant', { card_key: 'c', grant_id: 'g', holder_key: 'p', proxy_key: 'q', sealed_proxy: 's', purpose: 'reportLoss', granted_at: 1, ends_at: now * 2, ...over })
  await insert('person_grant', { person_key: 'q', card_key: 'c', grant_id: 'g' })
}
const account = (over: Record<string, unknown>) =>
  insert('account', { account_key: 'a', channel: 'wechat', platform_hash: 'h', hash_key_id: 'k', begun_at: 1, ...over })

const kiosk = (over: Record<string, unknown>) => insert('kiosk', { kiosk_id: 'k-1', outlet_id: 'chengdu.o', city: 'chengdu', made_at: 1, ...over })

/** How each kind is written with a time at which its purpose ended. */
const kinds: readonly (readonly [what: string, kept: DataClass, name: keyof Retained, table: string, write: (at: number) => Promise<unknown>])[] = [
  ['a session that was ended', 'session', 'sessions', 'session', (at) => session({ ended_at: at })],
  ['a session that ran out', 'session', 'sessions', 'session', (at) => session({ expires_at: at })],
  ['an identity check', 'identityCheck', 'checks', 'verification', (at) => check({ begun_at: at })],
  ['an answer', 'answer', 'answers', 'idempotency', (at) =>
    insert('idempotency', { card_key: 'c', actor: 'a', operation: 'o', key: 'k', verification_id: '', request_hash: 'h', answer: '{}', at })],
  ['a consent that was withdrawn', 'consent', 'consents', 'consent', (at) => consent({ withdrawn_at: at })],
  ['a grant that was taken back', 'grant', 'grants', 'proxy_grant', (at) => grant({ revoked_at: at })],
  ['a grant that ran out', 'grant', 'grants', 'proxy_grant', (at) => grant({ ends_at: at })],
  ['an account that was let go of', 'account', 'accounts', 'account', (at) => account({ ended_at: at, ended_why: 'unbound' })],
  ['an account that never was anybody\'s', 'account', 'accounts', 'account', (at) => account({ begun_at: at })],
  ['a counter', 'counter', 'counters', 'tries', (at) => insert('tries', { key: 'k', points: 1, expire: at })],
  ['a terminal whose code nobody used', 'counter', 'codes', 'kiosk', (at) => kiosk({ code_hash: 'h', code_until: at })],
  ['a terminal that was revoked', 'identityCheck', 'kiosks', 'kiosk', (at) => kiosk({ secret_hash: 'h', enrolled_at: 1, revoked_at: at })],
  ['that somebody looked', 'lookUp', 'lookUps', 'card_access', (at) =>
    insert('card_access', { card_key: 'c', at, partner_id: 'p', staff: 's', operation: 'cardStatus' })],
  ['where a card was sent', 'order', 'orders', 'order_private', (at) => insert('order_private', { card_key: 'c', reissue_id: 'o', sealed_address: 's', over_at: at })],
  ['a telephone call', 'counter', 'calls', 'voice_call', (at) =>
    insert('voice_call', { partner_id: 'p', call_id: 'call-1', turn: 1, request_hash: 'h', sealed_state: 's', at })],
  ['how a message was sent', 'message', 'deliveries', 'delivery', (at) => insert('delivery', { person_key: 'p', message_id: 'm', state: 'sent', way: 'sms', at })],
]

describe.each(kinds)('%s', (_what, kept, name, table, write) => {
  const time = keptFor[kept] ?? NaN

  test('stays until the moment before its time is over', async () => {
    await write(now - time + 1)
    expect([found(await retain()), await count(table)]).toEqual([{}, 1])
  })

  test.each([['on', 0], ['after', 1]])('goes %s it', async (_when, ms) => {
    await write(now - time - ms)
    expect([found(await retain()), await count(table)]).toEqual([{ [name]: 1 }, 0])
    expect(found(await retain())).toEqual({})
  })
})

test('a photo goes an hour after its end, so that none goes while it is being taken', async () => {
  const photo = (at: number) => insert('photo', { card_key: 'c', photo_id: String(at), sealed_photo: 's', at: 1, until_at: at })
  await photo(now - hour + 1)
  expect([found(await retain()), await count('photo')]).toEqual([{}, 1])
  await photo(now - hour)
  expect([found(await retain()), await count('photo')]).toEqual([{ photos: 1 }, 1])
})

test('what was allowed to be sent to an account goes with it', async () => {
  await account({ ended_at: 1, ended_why: 'unbound' })
  await insert('subscription', { account_key: 'a', template: 'cardChanged', times: 1, at: 1 })
  expect([found(await retain()), await count('subscription')]).toEqual([{ accounts: 1 }, 0])
})

describe('what has not ended stays, however old', () => {
  test.each([
    ['a session in use', 'session', () => session({})],
    ['a consent', 'consent', () => consent({})],
    ['a grant', 'proxy_grant', () => grant({})],
    ['where a card is to be sent', 'order_private', () => insert('order_private', { card_key: 'c', reissue_id: 'o', sealed_address: 's' })],
    ['the number of a new card that is not in the record', 'order_private', () => insert('order_private', { card_key: 'c', reissue_id: 'o', sealed_new_number: 's', over_at: 1 })],
    ['the photo of an order', 'photo', () => insert('photo', { card_key: 'c', photo_id: 'f', sealed_photo: 's', at: 1 })],
    ['an account of somebody', 'account', () => account({ person_key: 'p', ended_at: null })],
    ['a terminal', 'kiosk', () => kiosk({ secret_hash: 'h', enrolled_at: 1 })],
    ['a counter without an end', 'tries', () => insert('tries', { key: 'k', points: 1, expire: null })],
  ])('%s', async (_what, table, write) => {
    await write()
    expect([found(await retain()), await count(table)]).toEqual([{}, 1])
  })
})

describe('the name and number that were typed for a check', () => {
  const claim = async () => (await sql.query<{ sealed_claim: string | null }>('select sealed_claim from verification')).rows[0]?.sealed_claim

  test.each([
    ['begun', { result: 'begun' }],
    ['still being decided', { result: 'pending', completed_at: now }],
  ])('of one that was %s go when it can no longer be ended', async (_what, over) => {
    await check({ ...over, sealed_claim: 's', begun_at: now })
    expect([found(await retain(now + 10 * minute - 1)), await claim()]).toEqual([{}, 's'])
    expect([found(await retain(now + 10 * minute)), await claim()]).toEqual([{ claims: 1 }, null])
    expect(found(await retain(now + 10 * minute + 1))).toEqual({})
  })

  test('of one that was passed go when it can no longer be used', async () => {
    await check({ result: 'passed', sealed_claim: 's', begun_at: now, completed_at: now + 9 * minute })
    expect([found(await retain(now + 19 * minute - 1)), await claim()]).toEqual([{}, 's'])
    expect([found(await retain(now + 19 * minute)), await claim()]).toEqual([{ claims: 1 }, null])
  })
})

test('a grant goes together with the pointer of its proxy', async () => {
  await grant({ revoked_at: 1 })
  await retain()
  expect(await count('person_grant')).toBe(0)
})

describe('an account that is nobody\'s', () => {
  const month = keptFor.account ?? NaN

  test('goes with its sessions once it was let go of, even while it is signed in', async () => {
    await account({ ended_at: now - month, ended_why: 'moved' })
    await session({ expires_at: now + 1 })
    expect([found(await retain()), await count('session')]).toEqual([{ accounts: 1 }, 0])
  })

  test('and never was anybody\'s stays while it has a session, or a check was begun for it', async () => {
    await account({ begun_at: now - month })
    await session({ expires_at: now + 1 })
    expect(found(await retain())).toEqual({})
    await sql.query('truncate session')
    await check({ begun_at: now - month + 1 })
    expect(found(await retain())).toEqual({})
    await sql.query('truncate verification')
    expect(found(await retain())).toEqual({ accounts: 1 })
  })
})

test('many rows go in several batches, and what someone holds goes the next time', async () => {
  await sql.query(`insert into tries select 'k' || n, 1, 1 from generate_series(1, 1234) n`)
  await sql.query('begin')
  await sql.query(`select from tries where key = 'k7' for update`)
  expect(found(await retain())).toEqual({ counters: 1233 })
  await sql.query('commit')
  expect(found(await retain())).toEqual({ counters: 1 })
})

test('twice at once each row is counted once', async () => {
  await sql.query(`insert into tries select 'k' || n, 1, 1 from generate_series(1, 1234) n`)
  const both = await Promise.all([retain(), retain()])
  expect(both[0].counters + both[1].counters).toBe(1234)
})

test('told to end, it ends after a batch', async () => {
  await sql.query(`insert into tries select 'k' || n, 1, 1 from generate_series(1, 600) n`)
  expect(found(await applyRetention(database, keys, { at: now, until: AbortSignal.abort() }))).toEqual({})
  expect(await count('tries')).toBe(600)
})

test('the time is the database\'s', async () => {
  await insert('tries', { key: 'gone', points: 1, expire: Date.now() - 2 * (keptFor.counter ?? NaN) })
  await insert('tries', { key: 'stays', points: 1, expire: Date.now() })
  expect(found(await applyRetention(database, keys))).toEqual({ counters: 1 })
})
