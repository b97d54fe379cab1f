import { createHmac } from 'node:crypto'
import { tellAll } from '../../../cloudfunctions/host/telling'
import { openRecord, type TestRecord } from '../../support/record'
import { atOnce } from '../../support/record/at-once'
import { cardFile, row } from '../../support/record/card-file'
import { citizen, ok, refused } from '../../support/record/citizen'
import { importFile } from '../../support/record/import-file'
import { callAs, partner, staffMember } from '../../support/record/partner'

jest.setTimeout(60_000)

let record: TestRecord
beforeEach(async () => {
  record = await openRecord()
  await tellAll(record.services)
})
afterEach(() => record.close())

const bureau = () => partner(record, { channel: 'bureau' })
const end = async (of: Awaited<ReturnType<typeof bureau>>): Promise<number> => {
  let position = 0
  for (;;) {
    const page = await ok(callAs(of, 'channel/events', { after: position, limit: 200 }))
    if (page.events.length === 0) return position
    position = page.position
  }
}

test('whoever knows a card’s number finds its card in what happened, and nobody is named', async () => {
  const of = await bureau()
  const from = await end(of)
  const { cardId, report } = await citizen('in-use', 'wechat')
  await ok(report())
  await tellAll(record.services)
  const { events, position } = await ok(callAs(of, 'channel/events', { after: from }))
  expect(events).toMatchObject([{ cardId, city: 'chengdu', what: 'lossReported', channel: 'wechat', kind: 'formal', position }])
  expect(events[0]?.cardReference).toBe(createHmac('sm3', of.secret).update('510100000000000101').digest('hex'))
  expect(JSON.stringify(events)).not.toMatch(/示|510100000000000101|000000198/)
  expect(await ok(callAs(of, 'channel/events', { after: position }))).toEqual({ events: [], position })
})

test('it is read again from any position, page by page, the same', async () => {
  const of = await bureau()
  const whole = (await ok(callAs(of, 'channel/events', { limit: 200 }))).events
  const first = await ok(callAs(of, 'channel/events', { limit: 2 }))
  const rest = await ok(callAs(of, 'channel/events', { after: first.position, limit: 200 }))
  expect([...first.events, ...rest.events]).toEqual(whole)
  expect(whole.map(({ position }) => position)).toEqual([...whole.map(({ position }) => position)].sort((a, b) => a - b))
})

test('each card’s events come in their order, none left out and none twice, while many are at it', async () => {
  const of = await bureau()
  const from = await end(of)
  const people = [await citizen('in-use', 'wechat'), await citizen('in-use', 'alipay'), await citizen('locked', 'wechat'), await citizen('two-cards', 'alipay')]
  await atOnce(20, async (index) => {
    const one = people[index % people.length]
    await one?.report()
    await tellAll(record.services)
    await one?.release()
    await tellAll(record.services)
  })
  await tellAll(record.services)
  const { events } = await ok(callAs(of, 'channel/events', { after: from, limit: 200 }))
  for (const cardId of new Set(people.map((one) => one.cardId))) {
    const { rows } = await record.sql.query<{ what: string }>(
      `select event ->> 'what' as what from card_event where card_key = $1 and event ->> 'what' <> 'cardImported' order by seq`, [cardId])
    expect(events.filter((event) => event.cardId === cardId).map(({ what }) => what)).toEqual(rows.map(({ what }) => what))
  }
})

test('a partner hears of its own cities alone, and a bank of its own cards', async () => {
  await ok((await citizen('in-use', 'wechat')).report())
  await tellAll(record.services)
  const heard = async (of: Parameters<typeof partner>[1]) => (await ok(callAs(await partner(record, of), 'channel/events', { limit: 200 }))).events
  expect(await heard({ channel: 'tianfu', cities: ['beijing'] })).toEqual([])
  const [icbc, ccb] = [await heard({ channel: 'bank', bank: 'icbc' }), await heard({ channel: 'bank', bank: 'ccb' })]
  const ids = async (bank: string) => (await record.sql.query<{ card_key: string }>('select card_key from card where issuing_bank = $1', [bank])).rows.map((row) => row.card_key)
  expect(icbc.length).toBeGreaterThan(0)
  expect(icbc.filter(({ cardId }) => ccb.some((other) => other.cardId === cardId))).toEqual([])
  expect((await ids('icbc'))).toEqual(expect.arrayContaining(icbc.map(({ cardId }) => cardId)))
})

test('among much that concerns others the position moves on, page by page, to what concerns a partner', async () => {
  const bank = await partner(record, { channel: 'bank', bank: 'ccb' })
  const cardOf = async (code: string) => (await record.sql.query<{ card_key: string }>('select card_key from card where issuing_bank = $1 limit 1', [code])).rows[0]?.card_key
  const [own, other] = [await cardOf('ccb'), await cardOf('icbc')]
  const from = (await ok(callAs(bank, 'channel/events', { limit: 200 }))).position
  await record.sql.query(`insert into feed select $2 + g, case g when 4500 then $1 else $3 end, 1, 'chengdu', case g when 4500 then 'ccb' else 'icbc' end
    from generate_series(1, 4500) g`, [own, from, other])
  const pages = []
  for (let [after, more] = [from, true]; more;) {
    const page = await ok(callAs(bank, 'channel/events', { after }))
    pages.push([page.position - from, page.events.map(({ cardId }) => cardId)])
    more = page.position > after
    after = page.position
  }
  expect(pages).toEqual([[2000, []], [4000, []], [4500, [own]], [4500, []]])
})

test('the city’s file adds cards and changes none, so nothing of it is in the feed', async () => {
  const of = await bureau()
  const from = await end(of)
  const known = row()
  await importFile(record, cardFile(known))
  const again = await importFile(record, cardFile({ ...known, state: 'formallyLost' }, row({ state: 'formallyLost' })))
  await tellAll(record.services)
  expect(again).toMatchObject({ added: 1, known: 1 })
  expect(await ok(callAs(of, 'channel/events', { after: from }))).toEqual({ events: [], position: from })
  const counter = await partner(record, { channel: 'counter' })
  const { cards: [card] } = await ok(callAs(counter, 'channel/cardStatus', { find: { cardNumber: known.card_number }, staff: { id: 'b-1' } }))
  expect(card?.socialSecurity.state).toBe('inUse')
})

test('a counter’s own page is told no events', async () => {
  const { callAtCounter } = await staffMember(record)
  expect(await refused(callAtCounter('channel/events', {}))).toMatchObject({ code: 'notPermitted' })
})
