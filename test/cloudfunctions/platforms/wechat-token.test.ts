import { createDatabase, type TestDatabase } from '../../support/database'
import { garbage } from '../../support/platforms'
import { openStage, person, thrownBy, type Stage } from './stage'

let database: TestDatabase
let stage: Stage
beforeAll(async () => { database = await createDatabase() })
beforeEach(async () => {
  stage = await openStage(database)
  await stage.played.play.login('wechat', 'citizen-a')
})
afterEach(() => stage.close())
afterAll(() => database.drop())

const fetched = () => stage.played.wechat.calls('stable_token')
const begun = () => stage.played.wechat.calls('getverifyid')
const begin = ({ wechat } = stage.instance()) => wechat.beginCheck(person, 'citizen-a')
const keptUntil = async () => Number((await stage.sql.query<{ expires_at: string }>('select expires_at from platform_token')).rows[0]?.expires_at)

test('twenty callers of five instances fetch one access token', async () => {
  const instances = Array.from({ length: 5 }, () => stage.instance())
  const held = stage.played.wechat.hold('stable_token')
  const checks = instances.flatMap((instance) => Array.from({ length: 4 }, () => begin(instance)))
  await held.arrived
  held.release()
  expect(new Set((await Promise.all(checks)).map(({ ticket }) => ticket)).size).toBe(20)
  expect(fetched()).toBe(1)
})

test('callers of one instance wait on one connection', async () => {
  const instance = stage.instance()
  const held = stage.played.wechat.hold('stable_token')
  const checks = Array.from({ length: 20 }, () => begin(instance))
  await held.arrived
  const { rows } = await stage.sql.query('select from pg_stat_activity where datname = current_database() and application_name = $1', ['lost-card'])
  expect(rows).toHaveLength(1)
  held.release()
  await Promise.all(checks)
})

test('an instance that comes later finds the token of the others', async () => {
  await begin()
  await begin()
  expect(fetched()).toBe(1)
})

test('it is kept sealed, to the end that WeChat named', async () => {
  const before = Date.now()
  await begin()
  const { rows } = await stage.sql.query<{ platform: string; sealed_token: string }>('select * from platform_token')
  expect(rows).toEqual([expect.objectContaining({ platform: 'wechat', sealed_token: expect.stringMatching(/^d\.[\w-]+$/) })])
  expect(await keptUntil() - before).toBeGreaterThan(7_190_000)
  expect(await keptUntil() - Date.now()).toBeLessThanOrEqual(7_200_000)
})

test.each([['a minute and a half before its end it is used', 90_000, 1], ['half a minute before its end another is fetched', 30_000, 2]])('%s', async (_what, ms, times) => {
  const instance = stage.instance()
  await begin(instance)
  await stage.sql.query('update platform_token set expires_at = floor(extract(epoch from clock_timestamp()) * 1000)::bigint + $1', [ms])
  await begin(instance)
  expect(fetched()).toBe(times)
})

test('a token that WeChat ended early is replaced once for all, and the calls are made again', async () => {
  const instances = [stage.instance(), stage.instance(), stage.instance()]
  await begin(instances[0])
  stage.played.wechat.expire()
  const checks = await Promise.all(instances.map((instance) => begin(instance)))
  expect(checks.map(({ challenge }) => challenge.provider)).toEqual(['wechat', 'wechat', 'wechat'])
  expect(fetched()).toBe(2)
})

test.each([40001, 40014, 41001, 42001])('errcode %i alone says that it is the token', async (error) => {
  const instance = stage.instance()
  await begin(instance)
  stage.played.wechat.expire()
  stage.played.wechat.next('getverifyid', { error })
  await begin(instance)
  expect([fetched(), begun()]).toEqual([2, 3])
})

test('a token that WeChat refuses and gives again is replaced by force', async () => {
  const instance = stage.instance()
  await begin(instance)
  stage.played.wechat.spoil()
  await begin(instance)
  expect([fetched(), begun()]).toEqual([3, 3])
})

test('a new token that is refused too is not tried for ever', async () => {
  const instance = stage.instance()
  for (const error of [40001, 42001]) stage.played.wechat.next('getverifyid', { error })
  expect(await thrownBy(begin(instance))).toMatchObject({ name: 'PlatformFault', code: 'wechat:42001' })
  expect(begun()).toBe(2)
})

test.each([
  ['busy', { error: -1 }],
  ['busy', garbage],
  ['busy', 'cutBefore'],
  ['busy', { fields: { access_token: 'without-an-end' } }],
  ['wechat:40125', { error: 40125 }],
  ['wechat:40001', { error: 40001 }],
] as const)('%s: none could be fetched (%j); the next caller tries again', async (code, fault) => {
  const instance = stage.instance()
  stage.played.wechat.next('stable_token', fault)
  expect(await thrownBy(begin(instance))).toMatchObject({ code })
  expect((await begin(instance)).challenge.provider).toBe('wechat')
})
