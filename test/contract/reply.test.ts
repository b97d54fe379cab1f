import * as v from 'valibot'
import { errorCodes, replyOf, type OperationName } from '@/contract'
import { operations } from '@/contract/operations'
import { fromIso, toIso } from '@/domain/time'
import { instant } from '@/contract/shapes'
import { monday } from '../support/builders'
import { examples } from './examples'

const names = Object.keys(examples) as OperationName[]
const sent = (reply: unknown): unknown => JSON.parse(JSON.stringify(reply))

test.each(names)('an answer of %s goes over the wire and comes back the same', (name) => {
  const reply = { ok: true, data: examples[name].data }
  expect(v.parse(replyOf(operations[name].data), sent(reply))).toEqual(reply)
})

test.each(errorCodes)('the error %s goes over the wire with its details and comes back the same', (code) => {
  const details = {
    field: 'cardId', where: ['phone', 'counter'], retryAfterSeconds: 30, papers: ['holderId'], now: '2026-03-02T09:30:00.000+08:00', zh: '先做什么', requestId: 'q-1',
  }
  const reply = { ok: false, error: { code, message: 'What to do instead.', details } }
  expect(v.parse(replyOf(operations['card/list'].data), sent(reply))).toEqual(reply)
  expect(v.is(replyOf(operations['card/list'].data), { ok: false, error: { code, message: 'No details.' } })).toBe(true)
})

test.each([
  ['neither good nor bad', { data: { cards: [] } }],
  ['good without data', { ok: true }],
  ['good with an error', { ok: true, error: { code: 'fault', message: '' } }],
  ['bad without an error', { ok: false }],
  ['bad with a code nobody knows', { ok: false, error: { code: 'unknown', message: '' } }],
  ['bad without a sentence', { ok: false, error: { code: 'fault' } }],
  ['good with data of another shape', { ok: true, data: { cards: [{ cardId: 'c' }] } }],
  ['no object', 'ok'],
])('an answer that is %s is not taken', (_, reply) => {
  expect(v.is(replyOf(operations['card/list'].data), reply)).toBe(false)
})

test('what an answer does not promise is dropped before it leaves', () => {
  const { card } = examples['card/bankTold'].data
  const parsed = v.parse(operations['card/bankTold'].data, { card: { ...card, idNumber: 'secret' }, stack: 'secret' })
  expect(JSON.stringify(parsed)).not.toContain('secret')
})

describe('instants on the wire', () => {
  test('are what the domain writes', () => {
    expect(v.is(instant, toIso(monday))).toBe(true)
    expect(fromIso(v.parse(instant, toIso(monday)))).toBe(monday)
  })

  test.each(['2026-03-02', '2026-03-02T09:30:00', 'tomorrow', '1772415000000', ''])('are not %j', (text) => {
    expect(v.is(instant, text)).toBe(false)
  })
})

test('a card in every word the domain has is taken, and in no other', () => {
  const { card } = examples['card/bankTold'].data
  const takes = (state: string) =>
    v.is(operations['card/bankTold'].data, { card: { ...card, financial: { ...card.financial, state } } })
  const states = ['inUse', 'temporarilyLost', 'formallyLost', 'notActivated', 'locked', 'beingReissued', 'cancelled']
  expect([...states, 'expired', 'lapsed', 'lost', 'reported', ''].filter(takes)).toEqual(states)
})
