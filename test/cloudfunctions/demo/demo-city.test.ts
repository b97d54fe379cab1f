import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { demoCitizens, type DemoCitizen } from '../../../cloudfunctions/session/demo-citizens'
import { loadDemoCity } from '../../../cloudfunctions/host/demo'
import { openRecord, type TestRecord } from '../../support/record'
import { call, citizen, ok } from '../../support/record/citizen'

let record: TestRecord
beforeAll(async () => { record = await openRecord() })
afterAll(() => record.close())

const shownTo = async (id: string) => {
  const { token } = await ok(call('session/signIn', { proof: { kind: 'sandbox', citizen: id, door: 'alipay' } }))
  const { bound } = await ok(call('session/account', {}, token))
  const { cards } = bound ? await ok(call('card/list', {}, token)) : { cards: [] }
  return cards.map(({ holder, city, socialSecurity, financial, bankTold }) =>
    `${holder.relation} ${holder.maskedName} ${city} ${socialSecurity.state}/${financial.state}${bankTold ? ' told' : ''}`)
}

const expected: Record<(typeof demoCitizens)[number]['id'], string[]> = {
  'in-use': ['cardholder 示**** chengdu inUse/inUse'],
  'temporarily-lost': ['cardholder 示**** chengdu temporarilyLost/inUse'],
  lapsed: ['cardholder 示**** chengdu inUse/inUse'],
  'lost-by-wechat': ['cardholder 示**** chengdu formallyLost/inUse told'],
  'lost-at-counter': ['cardholder 示**** chengdu formallyLost/inUse'],
  'being-reissued': ['cardholder 示**** chengdu beingReissued/inUse'],
  'card-ready': ['cardholder 示**** chengdu inUse/inUse'],
  'card-collected': ['cardholder 示**** chengdu notActivated/notActivated', 'cardholder 示**** chengdu cancelled/inUse'],
  'not-activated': ['cardholder 示**** chengdu notActivated/notActivated'],
  cancelled: ['cardholder 示**** chengdu cancelled/cancelled'],
  locked: ['cardholder 示**** chengdu locked/inUse'],
  guardian: ['cardholder 示**** chengdu inUse/inUse', 'guardian 示*** chengdu inUse/inUse', 'proxy 示**** chengdu inUse/inUse'],
  child: ['cardholder 示*** chengdu inUse/inUse'],
  'two-cards': ['cardholder 示**** chengdu inUse/inUse', 'cardholder 示**** chengdu inUse/inUse'],
  'long-name': ['cardholder 示****************** chengdu inUse/inUse'],
  'other-city': ['cardholder 示**** national inUse/inUse'],
  'moved-in': ['cardholder 示**** chengdu inUse/inUse'],
  newcomer: [],
}

test.each(demoCitizens.map(({ id, note }) => [id, note] as const))('%s: %s', async (id) => {
  expect(await shownTo(id)).toEqual(expected[id])
})

test('the one who reported by phone has three days left', async () => {
  const { token, cardId } = await citizen('temporarily-lost', 'wechat')
  const { card, report } = await ok(call('card/get', { cardId }, token))
  const left = Date.parse(card.socialSecurity.lapsesAt ?? '') - Date.now()
  expect(left / 86_400_000).toBeCloseTo(3, 1)
  expect(report).toMatchObject({ kind: 'temporary', channel: 'phone' })
})

const orderOf = async (id: (typeof demoCitizens)[number]['id'], index = 0) => {
  const { token, cardId } = await citizen(id, 'wechat', index)
  return { token, cardId, order: (await ok(call('reissue/order', { cardId }, token))).order }
}

test('a new card waits for one, with its receipt; another has collected theirs, which is the order’s', async () => {
  const ready = await orderOf('card-ready')
  expect(ready.order).toMatchObject({ state: 'ready', kind: 'exchange', outlet: 'chengdu.wuhou-agency' })
  expect(ready.order?.newCardId).toBeUndefined()
  expect((await ok(call('reissue/receipt', { cardId: ready.cardId }, ready.token))).receipt.number).toBe(ready.order?.orderId)
  const [fresh, old] = [await citizen('card-collected', 'wechat'), await orderOf('card-collected', 1)]
  expect(old.order).toMatchObject({ state: 'collected', kind: 'replacement', newCardId: fresh.cardId })
  expect(old.order?.steps.map(({ state }) => state)).toEqual(['applied', 'accepted', 'inProduction', 'ready', 'collected'])
})

test('loading it again makes no new card a second time', async () => {
  const before = await record.sql.query('select card_key, replaces_order from card where replaces_order is not null')
  await loadDemoCity(record.services.repository)
  expect((await record.sql.query('select card_key, replaces_order from card where replaces_order is not null')).rows).toEqual(before.rows)
  expect(before.rows).toHaveLength(1)
})

test('loading it again keeps what a visitor has changed', async () => {
  const visitor = await citizen('in-use', 'wechat')
  await ok(visitor.report())
  const others = await citizen('lost-by-wechat', 'alipay')
  await ok(others.release())
  await loadDemoCity(record.services.repository)
  expect([await visitor.state(), await others.state()]).toEqual(['formallyLost', 'inUse'])
})

test('loading it again gives no grant a second time, nor one that was taken back', async () => {
  const { token, cardId } = await citizen('two-cards', 'wechat')
  const proxies = async () => (await ok(call('person/family', {}, token))).proxies
  const [given] = await proxies()
  await loadDemoCity(record.services.repository)
  expect(await proxies()).toEqual([given])
  await ok(call('person/revokeProxy', { cardId, grantId: given?.grantId ?? '' }, token))
  await loadDemoCity(record.services.repository)
  expect(await proxies()).toEqual([])
})

test('what a citizen’s cards say is what the city’s file has of them', async () => {
  const rows = parse<{ name: string; id_number: string; card_number: string }>(readFileSync('cloudfunctions/host/demo/city.csv'), { columns: true, bom: true })
  const inFile = (name: string) => rows.filter((row) => row.name === name)
  expect(demoCitizens.map(({ name, idNumber, cardNumbers }) => ({ name, idNumber, cardNumbers }))).toEqual(demoCitizens.map(({ name }) =>
    ({ name, idNumber: inFile(name)[0]?.id_number, cardNumbers: inFile(name).map(({ card_number: number }) => number) })))
})

test('the sandbox lists every citizen with a note', async () => {
  const { citizens } = await ok(call('session/demoCitizens', {}))
  const known: readonly DemoCitizen[] = demoCitizens
  expect(citizens).toEqual(known.map(({ newCardNumber, cardNumbers, ...shown }) => ({ ...shown, cardNumbers: [...cardNumbers, ...(newCardNumber ? [newCardNumber] : [])] })))
})

test('every story is chained and holds', async () => {
  const { rows } = await record.sql.query<{ card_key: string }>('select card_key from card')
  const broken = await Promise.all(rows.map(({ card_key: key }) => record.services.repository.cards.verifyHistory(key)))
  expect(broken).toEqual(rows.map(() => null))
})
