import { policyOf } from '@/domain/policies'
import { imported } from '../../support/builders'
import type { Actor, Answer, Ask, Call } from './call'
import { isExplained, type History } from './explain'
import { smallest } from './shrink'
import { begin } from './state'
import { tell } from './tell'

const who = { role: 'cardholder', holderAge: 40, granted: [] } as const
const holder: Actor = { name: 'holder', channel: 'wechat', who }
const other: Actor = { name: 'other', channel: 'alipay', who }
const tianfu: Actor = { name: 'tianfu', channel: 'tianfu', who, partner: { office: 'system', bank: null, isVisited: true } }

const entered = Date.parse('2026-03-02T09:30:00.000+08:00')
/** An instant so many ms into the story. */
const at = (ms: number): string => new Date(entered + 1_000 + ms).toISOString()

let made = 0
const call = (actor: Actor, ask: Ask, from: number, to: number | null, answer: Answer): Call =>
  ({ id: (made += 1), actor, ask, invoked: entered + 1_000 + from, answered: to === null ? Infinity : entered + 1_000 + to, answer })

const report = (actor: Actor, from: number, to: number, receiptNumber: string, when: number, { key = 'key-1', already = false, channel = actor.channel } = {}): Call =>
  call(actor, { op: 'card/reportLoss', check: `check of ${actor.name}`, key }, from, to, {
    data: { card: lost(when), report: { receiptNumber, function: 'socialSecurity', kind: 'formal', channel, by: 'cardholder', reportedAt: at(when), releasedIn: ['wechat', 'alipay', 'tianfu'] }, already },
  })

const actions = (isLost: boolean) => [
  isLost ? { action: 'reportLoss', allowed: false, reason: 'alreadyReported' } : { action: 'reportLoss', allowed: true },
  isLost ? { action: 'releaseLoss', allowed: true } : { action: 'releaseLoss', allowed: false, reason: 'nothingToRelease' },
  isLost ? { action: 'bankTold', allowed: true } : { action: 'bankTold', allowed: false, reason: 'nothingReported' },
]
const stands = (state: string, since: string) =>
  ({ socialSecurity: { state, since }, financial: { state: 'inUse', since: new Date(entered).toISOString() }, bankTold: false, actions: actions(state !== 'inUse') })
const lost = (when: number) => stands('formallyLost', at(when))
const inUse = stands('inUse', new Date(entered).toISOString())
const looks = (from: number, to: number, card: unknown): Call => call(other, { op: 'card/list' }, from, to, { data: { card } })
const releases = (from: number, to: number, answer: Answer): Call => call(tianfu, { op: 'channel/releaseLoss', key: 'key-9' }, from, to, answer)

const tellsOfBank = (told: boolean, from: number, to: number, when: number): Call =>
  call(holder, { op: 'card/bankTold', told, key: `key-${from}` }, from, to, { data: { card: { ...lost(when), bankTold: told } } })

const history = (...calls: Call[]): History => ({
  place: {
    policy: policyOf('chengdu'), issuingBank: 'icbc',
    checks: Object.fromEntries([holder, other].map(({ name }) => [`check of ${name}`, { by: name, purpose: 'reportLoss', passed: true }])),
  },
  first: begin([imported({ at: entered })]),
  calls,
})

const unknownReport = call(holder, { op: 'card/reportLoss', check: 'check of holder', key: 'key-1' }, 0, null, null)

const released = {
  result: 'done',
  card: { ...stands('inUse', at(9)), reissueAccepted: false },
  report: { receiptNumber: 'GS1', function: 'socialSecurity', kind: 'formal', channel: 'wechat', by: 'cardholder', reportedAt: at(5), endedAt: at(9), endedBy: 'released', releasedIn: [] },
}
const releasedUnknown = (): Call[] =>
  [call(holder, { op: 'card/reportLoss', check: 'check of holder', key: 'key-1' }, 0, null, null), releases(0, 20, { data: released })]

describe('explained', () => {
  const good: readonly (readonly [what: string, calls: readonly Call[]])[] = [
    ['nothing at all', []],
    ['one after the other', [looks(0, 5, inUse), report(holder, 10, 20, 'GS1', 15), looks(21, 30, lost(15))]],
    ['a look beside a report that was before it', [report(holder, 0, 20, 'GS1', 15), looks(1, 19, inUse)]],
    ['a look beside a report that was after it', [report(holder, 0, 20, 'GS1', 5), looks(1, 19, lost(5))]],
    ['two at once, of which one was first', [report(holder, 0, 20, 'GS1', 5), report(other, 0, 20, 'GS1', 5, { already: true, channel: 'wechat' })]],
    ['the same under one key', [report(holder, 0, 20, 'GS1', 5), report(holder, 0, 25, 'GS1', 5)]],
    ['a report without an answer that was made', [unknownReport, looks(50, 60, lost(40))]],
    ['a report without an answer that was not', [unknownReport, looks(50, 60, inUse)]],
    ['a report without an answer that was made late', [unknownReport, looks(50, 60, inUse), looks(70, 80, lost(65))]],
    ['a report without an answer whose retry is told what it did', [unknownReport, looks(30, 40, lost(20)), report(holder, 50, 60, 'GS1', 20)]],
    ['two of one millisecond, the first without an answer', releasedUnknown()],
    ['two others', releasedUnknown()],
    ['said and taken back in one millisecond', [report(holder, 0, 10, 'GS1', 5), tellsOfBank(true, 20, 30, 5), tellsOfBank(false, 30, 40, 5), looks(50, 60, lost(5))]],
    ['a refusal', [releases(0, 5, { data: { result: 'already', card: { ...inUse, reissueAccepted: false } } }), call(holder, { op: 'card/bankTold', told: true, key: 'key-2' }, 6, 9, { code: 'nothingReported' })]],
  ]
  test.each(good)('%s', (_, calls) => expect(isExplained(history(...calls))).toBe(true))
})

describe('not explained', () => {
  const bad: readonly (readonly [what: string, calls: readonly Call[]])[] = [
    ['a report that is lost', [report(holder, 0, 10, 'GS1', 5), looks(11, 20, inUse)]],
    ['a look that goes back', [report(holder, 0, 100, 'GS1', 5), looks(10, 20, lost(5)), looks(30, 40, inUse)]],
    ['two that were both first', [report(holder, 0, 20, 'GS1', 5), report(other, 0, 20, 'GS2', 6)]],
    ['the same under one key, done twice', [report(holder, 0, 20, 'GS1', 5), report(holder, 0, 20, 'GS2', 6)]],
    ['one key, and another answer', [report(holder, 0, 20, 'GS1', 5), report(holder, 30, 40, 'GS1', 5, { already: true })]],
    ['what nobody asked for', [looks(0, 5, inUse), looks(6, 10, lost(5))]],
    ['decided before it was asked for', [report(holder, 10, 20, 'GS1', 5)]],
    ['decided after it was answered', [report(holder, 10, 20, 'GS1', 25)]],
    ['an id that was somebody else\'s', [unknownReport, report(holder, 10, 20, 'GS1', 15), report(other, 30, 40, 'GS2', 15, { already: true, channel: 'wechat' })]],
    ['a report without an answer that is there and then is not', [unknownReport, looks(30, 40, lost(20)), looks(50, 60, inUse)]],
    ['a refusal for no reason', [call(holder, { op: 'card/reportLoss', check: 'check of holder', key: 'key-1' }, 0, 5, { code: 'cardCancelled' })]],
    ['a check that was used twice', [report(holder, 0, 10, 'GS1', 5), report(holder, 20, 30, 'GS1', 5, { key: 'key-2', already: true })]],
  ]
  test.each(bad)('%s', (_, calls) => expect(isExplained(history(...calls))).toBe(false))
})

test('a lapse is by the clock: a call that was under way then may have been on either side of it', () => {
  const [lapsesAt, days] = [entered + 1_000 + 50, 7 * 86_400_000]
  const facts = { channel: 'phone', by: 'cardholder' } as const
  const reported = { what: 'lossReported', at: lapsesAt - days, ...facts } as const
  const story = [
    imported({ at: entered - 2 * days }),
    { ...reported, function: 'socialSecurity', replaces: null, report: { kind: 'temporary', id: 'GS0', ...facts, reportedAt: reported.at, lapsesAt, outlet: null, releasedLike: 'phone' } },
  ] as const
  const system = { channel: 'system', by: 'system' } as const
  const before = [{ ...reported, receiptNumber: 'GS0' }, { what: 'cardImported', at: entered - 2 * days, ...system }]
  const after = [{ what: 'reportLapsed', at: lapsesAt, ...system, receiptNumber: 'GS0' }, ...before]
  const isExplainedBy = (from: number, to: number, events: unknown): boolean =>
    isExplained({ ...history(call(other, { op: 'card/history' }, from, to, { data: { events } })), first: begin(story) })
  expect([isExplainedBy(0, 49, before), isExplainedBy(0, 50, before), isExplainedBy(50, 60, before)]).toEqual([true, true, false])
  expect([isExplainedBy(0, 49, after), isExplainedBy(0, 50, after), isExplainedBy(50, 60, after)]).toEqual([false, true, true])
})

test('what is left of a long history is what is needed to see that it is wrong, and names nobody', () => {
  const long = history(
    looks(0, 5, inUse), call(holder, { op: 'card/bankTold', told: true, key: 'key-2' }, 1, 4, { code: 'nothingReported' }), report(holder, 10, 20, 'GS1', 15), looks(21, 30, lost(15)),
    looks(31, 40, inUse), looks(41, 50, lost(15)),
  )
  const left = smallest(long)
  expect(left.calls.map(({ ask: { op } }) => op)).toEqual(['card/reportLoss', 'card/list'])
  expect(tell(left)).toMatchInlineSnapshot(`
"  before: cardImported
  0 ms to 10 ms  holder: card/reportLoss {"check":"check of holder","key":"key-1"}
      {"card":{"socialSecurity":{"state":"formallyLost","since":"2026-03-02T01:30:01.015Z"},"financial":{"state":"inUse","since":"2026-03-02T01:30:00.000Z"},"bankTold":false},"report":{"receiptNumber":"GS1","kind":"formal"},"already":false}
  21 ms to 30 ms  other: card/list {}
      {"card":{"socialSecurity":{"state":"inUse","since":"2026-03-02T01:30:00.000Z"},"financial":{"state":"inUse","since":"2026-03-02T01:30:00.000Z"},"bankTold":false}}"
`)
})
