import { command } from '../../../cloudfunctions/host/cli/list-aside'
import { relayAll, tellAll } from '../../../cloudfunctions/host/telling'
import { openRepository } from '../../../cloudfunctions/repository'
import { logTo } from '../../../cloudfunctions/runtime/log'
import { runHere } from '../../support/command'
import { openRecord, type TestRecord } from '../../support/record'
import { call, citizen, ok, type Citizen } from '../../support/record/citizen'
import { cardFile, row } from '../../support/record/card-file'
import { importFile } from '../../support/record/import-file'
import { callAs, partner, type SigningPartner } from '../../support/record/partner'
import { environmentOf } from '../audit/stage'
import { collect, makers, readyCard } from '../orders/stage'

jest.setTimeout(120_000)

let record: TestRecord
let bureau: SigningPartner
beforeAll(async () => {
  record = await openRecord()
  bureau = await partner(record, { channel: 'bureau' })
})
afterAll(() => record.close())
beforeEach(async () => {
  await tellAll(record.services)
  await record.services.repository.told.settleLapses()
  await tellAll(record.services)
})

const aside = async () => (await record.services.repository.told.aside()).map(({ cardKey, work, tries }) => [cardKey, work, tries])
const tryAgain = () => record.sql.query('update set_aside set next_at = 0')
const toldTo = async ({ token }: Citizen) => (await ok(call('person/inbox', {}, token))).messages.map(({ about }) => about)
const fed = async (cardId: string) => {
  const { rows } = await record.sql.query<{ what: string }>(
    `select e.event ->> 'what' as what from feed f join card_event e on e.card_key = f.card_key and e.seq = f.seq where f.card_key = $1 order by f.position`, [cardId])
  return rows.map(({ what }) => what)
}
/** What operators are shown, or have tried again. */
const listed = (...args: string[]) => runHere(command, environmentOf(record), args)
const again = (id: string) => listed(`--again=${id}`, '--operator', '示例值班员', '--reason', '原因已处理')
/** Makes a row unreadable as a lost key would, until it is mended. */
const breaks = async (column: 'sealed_number' | 'sealed_person', cardId: string) => {
  const [table, where] = column === 'sealed_number' ? ['card', 'card_key = $1'] : ['person', 'person_key = (select holder_key from card where card_key = $1)']
  const { rows: [was] } = await record.sql.query<{ sealed: string }>(`select ${column} as sealed from ${table} where ${where}`, [cardId])
  await record.sql.query(`update ${table} set ${column} = 'gone.' || ${column} where ${where}`, [cardId])
  return () => record.sql.query(`update ${table} set ${column} = $2 where ${where}`, [cardId, was?.sealed])
}

test.each(['sealed_person', 'sealed_number'] as const)('a card whose %s cannot be opened holds nobody else up, and is told in its order once it can', async (column) => {
  const [broken, other] = [await citizen('in-use', 'wechat'), await citizen('locked', 'wechat')]
  const before = [await toldTo(broken), await fed(broken.cardId), await toldTo(other), await fed(other.cardId)].map((list) => list.length)
  await ok(broken.report())
  await ok(broken.release())
  const mend = await breaks(column, broken.cardId)
  await ok(other.report())
  await tellAll(record.services)
  expect([await toldTo(other), await fed(other.cardId)].map((list, index) => list.length - (before[index + 2] ?? 0))).toEqual([1, 1])
  expect(await aside()).toEqual([[broken.cardId, 'telling', 1]])
  // what comes for the card meanwhile waits behind
  await tryAgain()
  await tellAll(record.services)
  expect(await aside()).toEqual([[broken.cardId, 'telling', 2]])
  await mend()
  await tellAll(record.services)
  expect(await fed(broken.cardId)).toHaveLength(before[1] ?? 0)
  await tryAgain()
  await tellAll(record.services)
  expect((await toldTo(broken)).slice(0, 2)).toEqual(['reportReleased', 'lossReported'])
  expect((await fed(broken.cardId)).slice(before[1])).toEqual(['lossReported', 'reportReleased'])
  expect(await aside()).toEqual([])
  await ok(other.release())
  await ok(callAs(bureau, 'channel/events', { limit: 200 }))
})

test('the log says which card by its key alone', async () => {
  const lines: string[] = []
  const { config, keys } = record.services
  const broken = await citizen('in-use', 'wechat')
  await ok(broken.report())
  const mend = await breaks('sealed_person', broken.cardId)
  const log = logTo('error', { write: (line) => void lines.push(line) })
  const repository = openRepository({ connectionString: record.connectionString, keys, log, limits: config })
  while (await repository.told.tellDue()) { /* until nothing is due */ }
  await repository.close()
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([{ level: 50, time: expect.any(Number), operation: 'telling', code: 'setAside', reason: broken.cardId }])
  await mend()
  await tryAgain()
  await tellAll(record.services)
  await ok(broken.release())
})

test('a lapse that cannot be written holds up no other, and is written once it can', async () => {
  const [broken, other] = [await citizen('in-use', 'wechat'), await citizen('locked', 'wechat')]
  for (const { report, cardId } of [broken, other]) {
    await ok(report())
    await record.sql.query(`update loss_report set kind = 'temporary', lapses_at = 1 where card_key = $1 and ended_at is null`, [cardId])
  }
  await record.sql.query(`update card set city = 'atlantis' where card_key = $1`, [broken.cardId])
  const lapsed = async ({ cardId }: Citizen) => (await record.sql.query(`select from loss_report where card_key = $1 and ended_by = 'lapsed'`, [cardId])).rowCount
  expect(await record.services.repository.told.settleLapses()).toBe(2)
  expect([await lapsed(broken), await lapsed(other), await aside()]).toEqual([0, 1, [[broken.cardId, 'lapse', 1]]])
  expect(await record.services.repository.told.settleLapses()).toBe(0)
  expect(await listed()).toEqual({ code: 0, printed: expect.stringMatching(new RegExp(`^${broken.cardId}  its lapse is not written down  since \\S+  1 time\\(s\\) tried  again at \\S+\n$`)) })
  await record.sql.query(`update card set city = 'chengdu' where card_key = $1`, [broken.cardId])
  await tryAgain()
  expect(await record.services.repository.told.settleLapses()).toBe(1)
  expect([await lapsed(broken), await aside()]).toEqual([1, []])
  expect(await listed()).toEqual({ code: 0, printed: 'Nothing is set aside.\n' })
})

describe('the feed', () => {
  const read = async (from: number) => {
    const { events, position } = await ok(callAs(bureau, 'channel/events', { after: from, limit: 200 }))
    return { happened: events.map(({ cardId, what }) => [cardId, what]), position }
  }
  const end = async () => (await record.sql.query<{ end: number }>('select coalesce(max(position), 0)::integer as end from feed')).rows[0]?.end ?? 0

  test('goes on past a card whose number cannot be read any more, says so once, and has it at its end once it can', async () => {
    const [broken, other] = [await citizen('in-use', 'wechat'), await citizen('locked', 'wechat')]
    const from = await end()
    for (const change of [broken.report, broken.release, other.report, other.release]) await ok(change())
    await tellAll(record.services)
    const lines: unknown[] = []
    jest.spyOn(record.services.log, 'error').mockImplementation((line: unknown) => void lines.push(line))
    const mend = await breaks('sealed_number', broken.cardId)
    const others = [[other.cardId, 'lossReported'], [other.cardId, 'reportReleased']]
    const first = await read(from)
    expect([first.happened, await read(first.position)]).toEqual([others, { happened: [], position: first.position }])
    expect((await read(from)).happened).toEqual(others)
    expect(lines).toEqual([{ operation: 'feed', code: 'setAside', reason: broken.cardId }])
    expect((await listed()).printed).toMatch(new RegExp(`^${broken.cardId}  partners are not told of it  since `))
    // not mended: it stays aside
    await again(broken.cardId)
    await tellAll(record.services)
    expect(await aside()).toEqual([[broken.cardId, 'feed', 2]])
    await mend()
    await ok(broken.report())
    await tellAll(record.services)
    expect(await aside()).toEqual([])
    const late = [[broken.cardId, 'lossReported'], [broken.cardId, 'reportReleased'], [broken.cardId, 'lossReported']]
    expect((await read(first.position)).happened).toEqual(late)
    await tellAll(record.services)
    expect((await read(first.position)).happened).toEqual(late)
    jest.restoreAllMocks()
    await ok(broken.release())
  })

  test('has it there also where nothing else happens to the card, when its time has come', async () => {
    const broken = await citizen('in-use', 'wechat')
    const from = await end()
    await ok(broken.report())
    await tellAll(record.services)
    const mend = await breaks('sealed_number', broken.cardId)
    const { position } = await read(from)
    await mend()
    await tellAll(record.services)
    expect((await read(position)).happened).toEqual([])
    expect(await again(broken.cardId)).toEqual({ code: 0, printed: expect.stringContaining('is tried again now') })
    await tellAll(record.services)
    expect((await read(position)).happened).toEqual([[broken.cardId, 'lossReported']])
    await ok(broken.release())
  })
})

test('a new card whose number was another’s by mistake is opened once that is mended, and who had it tried again is written down', async () => {
  const who = await makers(record)
  const one = await readyCard(record, who)
  await importFile(record, cardFile(row({ card_number: one.newNumber })))
  await ok(collect(who.counter, one))
  const { printed } = await listed()
  const [, relayId = ''] = /^(\S+)  the new card of its order is not opened  since \S+  numberOfAnother$/m.exec(printed) ?? []
  expect(relayId).toMatch(new RegExp(`^${one.cardId}\\.\\d+$`))
  expect(printed).not.toContain(one.newNumber)
  // without its cause mended it is back
  expect((await again(relayId)).code).toBe(0)
  await relayAll(record.services)
  expect((await listed()).printed).toContain(`${relayId}  `)
  const hashes = record.services.keys.hashes('cardNumber', one.newNumber).map(({ hash }) => hash)
  await record.sql.query('delete from card_directory where number_hash = any($1)', [hashes])
  expect(await again(relayId)).toEqual({ code: 0, printed: `${relayId} is tried again now. If it comes back here, its cause is not mended.\n` })
  await relayAll(record.services)
  expect((await listed()).printed).toBe('Nothing is set aside.\n')
  expect((await record.sql.query('select from card where replaces_key = $1', [one.cardId])).rowCount).toBe(1)
  const acts = await record.services.repository.audit.acts(2)
  expect(acts.map(({ operator, what, subject, reason }) => [operator, what, subject, reason])).toEqual(Array(2).fill(['示例值班员', 'again', relayId, '原因已处理']))
})

test('what is not set aside is not tried again, nor without who and why', async () => {
  const acts = (await record.services.repository.audit.acts(99)).length
  expect(await again('nothing.1')).toEqual({ code: 1, printed: 'Nothing of nothing.1 is set aside: npm run aside lists what is.\n' })
  expect((await listed('--again=nothing.1')).printed).toMatch(/^Usage: /)
  expect((await record.services.repository.audit.acts(99)).length).toBe(acts)
})
