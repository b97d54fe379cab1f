import { randomBytes } from 'node:crypto'
import { openRecord, type TestRecord } from '../../support/record'
import { citizen, ok } from '../../support/record/citizen'
import { audited, signAll, tampered } from './stage'

let record: TestRecord
let cardId: string
/** A card with three events of which two are signed by the first head and one by the second; two acts, a head each. */
beforeAll(async () => {
  record = await openRecord()
  const { audit } = record.services.repository
  const person = await citizen('in-use', 'wechat')
  cardId = person.cardId
  await ok(person.report())
  await audit.append({ operator: 'op-1', what: 'card', subject: cardId, reason: 'the holder asked' })
  await signAll(record)
  await ok(person.release())
  await audit.append({ operator: 'op-2', what: 'bar', subject: 'a', reason: 'false reports' })
  await signAll(record)
})
afterAll(() => record.close())

test('a record that nobody has touched holds; what is not signed yet waits', async () => {
  const { broken, events, heads, acts, cards } = await audited(record)
  expect([broken, heads, acts]).toEqual([[], 2, 2])
  const { rows: [counted] } = await record.sql.query('select (select count(*)::integer from card) as cards, (select count(*)::integer from card_event) as events')
  expect({ cards, events }).toEqual(counted)
  await ok((await citizen('two-cards', 'wechat')).report())
  expect((await audited(record)).broken).toEqual([])
  expect([await signAll(record), await signAll(record)]).toEqual([1, 0])
  expect(await audited(record)).toMatchObject({ broken: [], heads: 3 })
})

const mine = () => `card_key = '${cardId}'`

test.each([
  ['an event', () => `update card_event set event = replace(event::text, 'wechat', 'wechax')::json where ${mine()} and seq = 2`, /chain does not hold at event 2/],
  ['an event’s spaces', () => `update card_event set event = (event::text || ' ')::json where ${mine()} and seq = 2`, /event 2/],
  ['its actor', () => `update card_event set actor = actor || 'x' where ${mine()} and seq = 2`, /event 2/],
  ['what it follows', () => `update card_event set previous = translate(previous, 'a', 'b') where ${mine()} and seq = 2`, /event 2/],
  ['its hash', () => `update card_event set hash = reverse(hash) where ${mine()} and seq = 1`, /event 1/],
  ['the card’s head', () => `update card set head = reverse(head) where ${mine()}`, /event 4/],
  ['a deleted event', () => `delete from card_event where ${mine()} and seq = 2`, /event 2 is gone|event 3/],
  ['a deleted last event, the card put right', () => `with gone as (delete from card_event where ${mine()} and seq = 3 returning previous)
    update card set version = 2, head = gone.previous from gone where ${mine()}`, /event 3 is gone, and head 2 has signed it/],
  ['a whole card', () => `with gone as (delete from card_event where ${mine()}) delete from card where ${mine()}`, /is gone, and head/],
  ['a card without its events', () => `delete from card_event where ${mine()}`, /none of its events is there/],
  ['events without their card', () => `delete from card where ${mine()}`, /the card itself is not/],
  ['a card and all that vouches for it', () => `with a as (delete from card_event where ${mine()}), b as (delete from audit_leaf where ${mine()}) delete from card where ${mine()}`,
    /what it signed is not what is there/],
  ['an event put in beside the service', () => `insert into card_event select 'stranger', 1, event, actor, previous, hash from card_event where ${mine()} and seq = 1`, /card stranger/],
  ['a head’s time', () => 'update audit_head set at = at + 1 where position = 1', /head 1: it was altered/],
  ['a head’s count', () => 'update audit_head set leaves = leaves + 1 where position = 1', /head 1: it was altered/],
  ['a signature', () => `update audit_head set signature = overlay(signature placing case substr(signature, 60, 1) when '0' then '1' else '0' end from 60) where position = 2`,
    /head 2: none of the keys/],
  ['a signature of nothing', () => `update audit_head set signature = '' where position = 2`, /head 2: none of the keys/],
  ['another key', () => `update audit_head set key_id = 'other' where position = 2`, /head 2: none of the keys/],
  ['a deleted head', () => 'delete from audit_head where position = 1', /head 1: it is gone/],
  ['the last head', () => 'delete from audit_head where position = 3', /head 3: it is gone, and had signed card/],
  ['the last head and its leaves', () => 'with gone as (delete from audit_head where position = 3) delete from audit_leaf where position = 3', /stands in no head, and waits for none/],
  ['a leaf of another head', () => `update audit_leaf set position = 1 where ${mine()} and position = 2`, /head 1: what it signed/],
  ['what waits', () => `with one as (select card_key, seq from audit_leaf where position = 3) delete from audit_leaf where position = 3`, /head 3: what it signed|waits for none/],
  ['an act', () => `update operator_act set subject = 'b' where seq = 2`, /operators: the chain does not hold at act 2/],
  ['an act’s reason', () => `update operator_act set reason_hash = reverse(reason_hash) where seq = 1`, /act 1/],
  ['a deleted act', () => 'delete from operator_act where seq = 2', /act 2 of the operators, which it has signed, is not there/],
])('%s that was altered is found', async (_what, statement, place) => {
  expect((await tampered(record, statement())).join('\n')).toMatch(place)
})

test('a record written anew as a whole does not have the head that is known from elsewhere', async () => {
  const { rows: [head] } = await record.sql.query<{ position: number; hash: string }>('select position, hash from audit_head where position = 2')
  if (!head) throw new Error('there are three heads')
  const anew = `with a as (delete from audit_head where position > 1), b as (delete from audit_leaf where position > 1),
    c as (delete from operator_act where seq > 1) insert into audit_pending select card_key, seq from audit_leaf where position > 1`
  expect([await tampered(record, anew), await tampered(record, anew, { known: head })]).toEqual([[], ['head 2: it is gone, and is known']])
  expect((await audited(record, { known: head })).broken).toEqual([])
  expect((await audited(record, { known: { position: 2, hash: 'other' } })).broken).toEqual(['head 2: it is not the one that is known'])
})

test('keys of others have signed nothing', async () => {
  const others = [{ id: 'test', bytes: new Uint8Array(randomBytes(32)) }]
  expect((await audited(record, { keys: others })).broken).toEqual(['head 1: none of the keys given has signed it'])
})

test('every card is in one part of several', async () => {
  const whole = await audited(record)
  let [cards, events] = [0, 0]
  for (let nth = 1; nth <= 7; nth += 1) {
    const one = await audited(record, { part: { nth, of: 7 } })
    expect([one.broken, one.heads]).toEqual([[], nth === 1 ? whole.heads : 0])
    cards += one.cards
    events += one.events
  }
  expect([cards, events]).toEqual([whole.cards, whole.events])
})

test('heads and leaves are append-only, and of an act all but the sealed reason', async () => {
  for (const statement of ['delete from audit_head', 'update audit_leaf set seq = seq', 'truncate audit_head', 'delete from operator_act', 'update operator_act set operator = operator'])
    await expect(record.sql.query(statement)).rejects.toThrow('append-only')
})
