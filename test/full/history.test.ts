import type { DataOf } from '@/contract'
import { decideRelease } from '@/domain/release'
import { decideReportLoss } from '@/domain/report-loss'
import { newReceiptNumber } from '../../cloudfunctions/repository'
import type { Caller } from '../../cloudfunctions/runtime/caller'
import { openRecord, type TestRecord } from '../support/record'
import { call, citizen, newKey, ok, type Citizen } from '../support/record/citizen'

const events = Number(process.env['FULL_HISTORY_EVENTS'] ?? 2_000)
jest.setTimeout(300_000)

type Events = DataOf<'card/history'>['events']

let record: TestRecord
let person: Citizen
/** What was written, oldest first: `lossReported GS…`. */
const written: string[] = []

const by = 'cardholder'
const channel = 'wechat'

/** Reports and releases in turn, by the rules, through the one way of writing. */
const write = async (operation: 'reportLoss' | 'releaseLoss', caller: Caller): Promise<void> => {
  const { already, report } = await record.services.repository.cards.change(caller, {
    cardKey: person.cardId, operation, idempotencyKey: newKey(), verificationId: null, content: '',
    decide: ({ card, policy, now }) => operation === 'releaseLoss'
      ? decideRelease(card, { channel, by }, policy, now)
      : decideReportLoss(card, { channel, by, ids: { socialSecurity: newReceiptNumber(now), financial: newReceiptNumber(now) } }, policy, now),
  })
  expect(already).toBe(false)
  written.push(`${operation === 'reportLoss' ? 'lossReported' : 'reportReleased'} ${report?.report.id}`)
}

beforeAll(async () => {
  record = await openRecord()
  person = await citizen('in-use', channel)
  const caller = await record.services.tokens.read(person.token)
  if (!caller) throw new Error('nobody has signed in')
  // the import is the first event
  for (let count = 1; count < events; count += 1) await write(count % 2 ? 'reportLoss' : 'releaseLoss', caller)
})
afterAll(() => record.close())

const pages = async (): Promise<Events[]> => {
  const all: Events[] = []
  let cursor: string | undefined
  do {
    const page = await ok(call('card/history', { cardId: person.cardId, ...(cursor !== undefined && { cursor }) }, person.token))
    all.push(page.events)
    cursor = page.cursor
  } while (cursor !== undefined && all.length <= events)
  return all
}

test(`${events} events come page by page, newest first, without gap or repeat, to the import`, async () => {
  const all = await pages()
  expect(all.slice(0, -1).every((page) => page.length === 20)).toBe(true)
  expect(all.flat()).toHaveLength(events)
  const told = all.flat().map(({ what, receiptNumber }) => (receiptNumber === undefined ? what : `${what} ${receiptNumber}`))
  expect(told).toEqual([...written].reverse().concat('cardImported'))
  const times = all.flat().map(({ at }) => Date.parse(at))
  expect(times).toEqual([...times].sort((a, b) => b - a))
})

test('the chain holds, and breaks where one event in the middle is another', async () => {
  const { verifyHistory } = record.services.repository.cards
  const middle = Math.floor(events / 2)
  expect(await verifyHistory(person.cardId)).toBeNull()
  await record.sql.query('alter table card_event disable trigger card_event_append_only')
  const swap = (from: string, to: string) => record.sql.query(
    'update card_event set event = replace(event::text, $3, $4)::json where card_key = $1 and seq = $2', [person.cardId, middle, from, to])
  await swap('"wechat"', '"alipay"')
  expect(await verifyHistory(person.cardId)).toBe(middle)
  await swap('"alipay"', '"wechat"')
  expect(await verifyHistory(person.cardId)).toBeNull()
})

test('card/get says what was written last, and never looks at the history', async () => {
  await record.sql.query('begin')
  // whoever read the events would wait for this until the statement's time is up
  await record.sql.query('lock table card_event in access exclusive mode')
  const { card, report } = await ok(call('card/get', { cardId: person.cardId }, person.token))
  await record.sql.query('rollback')
  const [what, receipt] = written.at(-1)?.split(' ') ?? []
  expect([card.socialSecurity.state, report?.receiptNumber]).toEqual(what === 'lossReported' ? ['formallyLost', receipt] : ['inUse', undefined])
})
