import { commandAsking } from '../../../cloudfunctions/host/cli/admin'
import { tellAll } from '../../../cloudfunctions/host/telling'
import { runHere, type Ran } from '../../support/command'
import { openRecord, type TestRecord } from '../../support/record'
import { call, citizen, newKey, ok } from '../../support/record/citizen'
import { staffMember } from '../../support/record/partner'
import { audited, environmentOf, signAll } from './stage'

jest.setTimeout(60_000)

const number = '510100000000000101'
let record: TestRecord
let by: string
beforeAll(async () => {
  record = await openRecord()
  by = (await staffMember(record)).staffId
})
afterAll(() => record.close())

/** Runs a command; what it asks is answered with these lines. */
const admin = (args: readonly string[], answers: readonly string[] = []): Promise<Ran> => {
  const left = [...answers]
  const command = commandAsking(async (question) => left.shift() ?? `unexpected: ${question}`)
  return runHere(command, environmentOf(record), [...args, '--by', by])
}

const trail = async (): Promise<string> => (await admin(['acts', '--reason', 'looking'])).printed

test('a card is found by its number without saying it, and its history masked; who looked is told to its holder', async () => {
  const person = await citizen('in-use', 'wechat')
  await ok(person.report())
  const { code, printed } = await admin(['card', '--reason', 'the holder called'], [number])
  expect([code, printed]).toEqual([0, expect.stringMatching(new RegExp(`^card ${person.cardId} {2}5101\\*{10}0101 {2}chengdu .*\\n.* lossReported {2}wechat {2}cardholder {2}示`))])
  expect(printed).toMatch(/\naccount \S+ {2}wechat {2}0 false report\(s\)/)
  expect(printed).not.toContain(number)
  expect((await admin(['card', person.cardId], ['asked for'])).printed).toBe(printed)
  expect((await admin(['card'], ['510100000000009999', 'mistyped'])).printed).toBe('There is no such card.\n')
  const { rows } = await record.sql.query('select partner_id, staff, operation from card_access where card_key = $1', [person.cardId])
  expect(rows).toEqual(Array.from({ length: 2 }, () => ({ partner_id: 'operator', staff: by, operation: 'history' })))
  expect(await trail()).toMatch(new RegExp(`${by} {2}card {2}${person.cardId} {2}"the holder called"\\n.*"asked for"\\n.*no card {2}"mistyped"\\n.*acts {2}all {2}"looking"`))
})

test('an account that is barred makes no loss reports until it is unbarred', async () => {
  const person = await citizen('two-cards', 'alipay')
  const { printed } = await admin(['card', person.cardId, '--reason', 'r'])
  const [, account = ''] = /account (\S+) {2}alipay/.exec(printed) ?? []
  expect((await admin(['bar', account, '--days', '30', '--reason', 'r'])).printed).toMatch(/makes no loss reports until \d{4}-/)
  await expect(person.report()).rejects.toThrow('barred')
  expect((await admin(['unbar', account, '--reason', 'r'])).printed).toBe(`${account} makes loss reports again.\n`)
  await ok(person.report())
  // a key is random, and may begin like an option
  for (const none of ['nobody', '-nobody', '--nobody']) {
    expect(await admin(['bar', none, '--days', '30', '--reason', 'r'])).toEqual({ code: 1, printed: expect.stringContaining(`There is no account ${none}`) })
  }
  expect(await admin(['bar', account, '--days', '0', '--reason', 'r'])).toEqual({ code: 1, printed: expect.stringContaining('--days is a whole number from 1') })
})

test.each(['upheld', 'dismissed'])('a dispute is closed once: %s', async (outcome) => {
  const { cardId, token } = await citizen(outcome === 'upheld' ? 'in-use' : 'lost-by-wechat', 'wechat')
  const { dispute: { disputeId } } = await ok(call('card/dispute', { cardId, about: 'lossReported', idempotencyKey: newKey() }, token))
  const close = () => admin(['close-dispute', cardId, disputeId, '--outcome', outcome, '--reason', 'r'])
  expect([await close(), await close()]).toEqual([
    { code: 0, printed: `${disputeId} is closed: ${outcome}.\n` }, { code: 0, printed: `${disputeId} was closed before, and stays as it was closed.\n` },
  ])
  const { events } = await ok(call('card/history', { cardId }, token))
  expect(events[0]).toMatchObject({ what: 'disputeClosed' })
  expect(await record.services.repository.cards.verifyHistory(cardId)).toBeNull()
  expect((await admin(['close-dispute', cardId, 'none', '--outcome', outcome, '--reason', 'r'])).printed).toContain('never had a dispute none')
})

test('a notice that is dead goes in line once more', async () => {
  await tellAll(record.services)
  const { rows: [message] } = await record.sql.query<{ id: string }>(`update delivery set state = 'dead' where message_id = (select min(message_id) from delivery) returning message_id as id`)
  const id = message?.id ?? ''
  expect((await admin(['resend', id, '--reason', 'r'])).printed).toContain(`In line once more: ${id}.`)
  expect(await admin(['resend', id, '--reason', 'r'])).toEqual({ code: 1, printed: expect.stringContaining(`${id} is no dead message`) })
})

test('what was done holds, is signed, and says nothing in clear; a key that is changed keeps it so', async () => {
  await signAll(record)
  expect((await audited(record)).broken).toEqual([])
  const { rows } = await record.sql.query('select t::text as row from operator_act t')
  expect(JSON.stringify(rows)).not.toContain('the holder called')
  const [before] = record.services.config.dataKeys
  const keys = before ? `new:${'5a'.repeat(16)},${before.id}:${Buffer.from(before.bytes).toString('hex')}` : ''
  const { command: rotate } = await import('../../../cloudfunctions/host/cli/rotate-keys')
  expect(await runHere(rotate, { ...environmentOf(record), DATA_KEYS: keys }, [])).toMatchObject({ code: 0, printed: expect.stringContaining('operator_act.sealed_reason') })
  const { printed } = await runHere(commandAsking(async () => ''), { ...environmentOf(record), DATA_KEYS: keys }, ['acts', '--by', by, '--reason', 'r'])
  expect(printed).toContain('"the holder called"')
  expect((await audited(record)).broken).toEqual([])
})

test.each([
  [[], 'Usage: npm run admin'],
  [['erase'], 'Usage: npm run admin'],
  [['bar'], 'Usage: npm run admin'],
  [['card', 'a', 'b'], 'Usage: npm run admin'],
  [['acts', '--reason', ' '], 'Usage: npm run admin'],
  [['close-dispute', 'a', 'b', '--reason', 'r'], '--outcome is upheld'],
  [['acts', '--by', 'stranger'], 'There is no member of staff stranger'],
])('%j is refused, and nothing is written', async (args, sentence) => {
  const count = async () => (await record.sql.query('select from operator_act')).rowCount
  const before = await count()
  const given = args.includes('--by') ? args : [...args, '--by', by]
  const refusal = await runHere(commandAsking(async () => 'r'), environmentOf(record), given)
  expect([refusal.code, refusal.printed, await count()]).toEqual([1, expect.stringContaining(sentence), before])
})
