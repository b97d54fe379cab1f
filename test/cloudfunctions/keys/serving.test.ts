import { loadDemoCity } from '../../../cloudfunctions/host/demo'
import { openDatabase } from '../../../cloudfunctions/repository/database'
import { rotateKeys } from '../../../cloudfunctions/repository/rotate'
import { keysFrom } from '../../../cloudfunctions/runtime/keys'
import { logTo } from '../../../cloudfunctions/runtime/log'
import { openServices, provideServices } from '../../../cloudfunctions/runtime/services'
import { openEmptyRecord, type TestRecord } from '../../support/record'
import { call, citizen, ok } from '../../support/record/citizen'
import { grant, people } from '../../support/record/family'
import { newcomer, visitor } from '../../support/record/visitor'
import { newData, newHash, oldData, oldHash } from './stale-record'

// many requests, on a machine that may be busy
jest.setTimeout(120_000)

const both = { dataKeys: [newData, oldData], hashKeys: [newHash, oldHash] }

let record: TestRecord
beforeAll(async () => {
  record = await openEmptyRecord({ dataKeys: [oldData], hashKeys: [oldHash] })
  await loadDemoCity(record.services.repository)
})
afterAll(() => record.close())

/** The process begins again with other keys; what it had open is closed. */
const serveWith = async <T>(keys: typeof both, run: () => Promise<T>): Promise<T> => {
  const services = openServices({ ...record.services.config, ...keys })
  provideServices(services)
  return run().finally(() => services.repository.close())
}

const quiet = { onBegin: () => undefined, onChanged: () => undefined, onColumn: () => undefined }

/** Rotates again and again until `stop`, as no one would. */
const rotating = async (stop: AbortSignal): Promise<number> => {
  const database = openDatabase(record.connectionString, logTo('silent'))
  let rounds = 0
  for (; !stop.aborted; rounds += 1) await rotateKeys(record.connectionString, database, keysFrom(both), quiet)
  await database.pool.end()
  return rounds
}

/** What citizens do meanwhile: report, release, name a proxy, and come for the first time. */
const serving = async () => {
  for (const id of ['in-use', 'two-cards', 'long-name'] as const) {
    const person = await citizen(id, 'wechat')
    await ok(person.report())
    await ok((await citizen(id, 'alipay')).release())
    await ok(grant(person, { proxy: { ...people.locked } }))
  }
  await ok((await visitor(record, 'wechat', 'bound-meanwhile')).bind())
}

/** Everyone is found and opened, by platform, number and name. */
const allIsThere = async () => {
  for (const id of ['in-use', 'two-cards', 'guardian'] as const) {
    const person = await citizen(id, 'alipay')
    await ok(person.report())
    const { events } = await ok(call('card/history', { cardId: person.cardId }, person.token))
    expect(events.length).toBeGreaterThan(1)
    expect((await ok(call('card/list', {}, person.token))).cards[0]?.holder.maskedName).toMatch(/^示\*+$/)
  }
  expect((await ok(call('person/family', {}, (await citizen('locked', 'wechat')).token))).actingFor).toHaveLength(3)
  const again = await visitor(record, 'wechat', 'bound-meanwhile')
  expect([again.bound, (await ok(again.bind())).already]).toEqual([true, true])
  expect(await ok((await visitor(record, 'wechat')).bind({ ...newcomer }))).toMatchObject({ moved: true })
}

test('keys are changed while the service serves, and the old ones can go afterwards', async () => {
  const stop = new AbortController()
  const rounds = rotating(stop.signal)
  await serveWith(both, serving).finally(() => stop.abort())
  expect(await rounds).toBeGreaterThan(0)
  const database = openDatabase(record.connectionString, logTo('silent'))
  const { left, removable } = await rotateKeys(record.connectionString, database, keysFrom(both), quiet)
  await database.pool.end()
  expect({ left, removable }).toEqual({ left: [], removable: { data: ['d1'], hash: ['h1'] } })
  await serveWith({ dataKeys: [newData], hashKeys: [newHash] }, allIsThere)
})

test('a data key that was removed too early is named where the operator looks', async () => {
  const lines: string[] = []
  const keys = { dataKeys: [oldData], hashKeys: [newHash] }
  const services = openServices({ ...record.services.config, ...keys }, logTo('info', { write: (line) => { lines.push(line) } }))
  provideServices(services)
  const proof = { kind: 'sandbox', citizen: 'in-use', door: 'wechat' } as const
  const { token } = await ok(call('session/signIn', { proof }))
  const answer = await call('card/list', {}, token)
  await services.repository.close()
  expect(answer).toMatchObject({ ok: false, error: { code: 'fault' } })
  expect(lines.at(-1)).toContain('The data key d2 is not configured, and a value is sealed under it.')
})
