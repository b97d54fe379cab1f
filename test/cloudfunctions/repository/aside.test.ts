import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from '../../../cloudfunctions/host/cli/list-aside'
import { tellAll } from '../../../cloudfunctions/host/telling'
import { openRepository } from '../../../cloudfunctions/repository'
import { logTo } from '../../../cloudfunctions/runtime/log'
import { runHere } from '../../support/command'
import { openRecord, type TestRecord } from '../../support/record'
import { call, citizen, ok, type Citizen } from '../../support/record/citizen'
import { callAs, partner, type SigningPartner } from '../../support/record/partner'

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
/** What operators are shown. */
const listed = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lost-card-aside-'))
  return runHere(command, { DATABASE_URL: record.connectionString, DATA_DIR: folder }, []).finally(() => rm(folder, { recursive: true }))
}
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
