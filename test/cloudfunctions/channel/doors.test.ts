import { channels, type Channel, type ReportKind } from '@/domain/words'
import { openRecord, type TestRecord } from '../../support/record'
import { holder, holders, openDoors, type Doors, type Holder } from './stage'

// many requests, on a machine that may be busy
jest.setTimeout(180_000)

let record: TestRecord
let doors: Doors
beforeAll(async () => {
  record = await openRecord()
  doors = await openDoors(record)
})
afterAll(() => record.close())

type City = 'chengdu' | 'beijing'
type Reported = readonly [channel: Channel, kind: ReportKind | undefined]

/** What comes of reporting in a channel, of its usual kind or of one that is asked for. */
const reporting: Readonly<Record<City, readonly (readonly [...Reported, word: string])[]>> = {
  chengdu: [
    ['wechat', undefined, 'done'],
    ['alipay', undefined, 'done'],
    ['tianfu', undefined, 'done'],
    ['tianfu', 'temporary', 'kindNotMadeHere'],
    ['phone', undefined, 'done'],
    ['counter', undefined, 'done'],
    ['counter', 'formal', 'done'],
    ['counter', 'temporary', 'kindNotMadeHere'],
    ['terminal', undefined, 'done'],
    ['terminal', 'temporary', 'kindNotMadeHere'],
    ['bank', undefined, 'reportNotMadeHere'],
    ['bank', 'formal', 'reportNotMadeHere'],
  ],
  beijing: [
    ['wechat', undefined, 'done'],
    ['alipay', undefined, 'done'],
    ['tianfu', undefined, 'reportNotMadeHere'],
    ['phone', undefined, 'done'],
    ['counter', undefined, 'done'],
    // only together with an application for a new card
    ['counter', 'formal', 'formalOnlyWithReissue'],
    ['counter', 'temporary', 'done'],
    ['terminal', undefined, 'done'],
    ['terminal', 'formal', 'kindNotMadeHere'],
    ['bank', undefined, 'reportNotMadeHere'],
  ],
}

/** After the reports made one after the other, what is open, and where alone it is released. */
const releasing: Readonly<Record<City, readonly (readonly [reports: readonly Reported[], open: ReportKind, where: readonly Channel[]])[]>> = {
  chengdu: [
    [[['wechat', undefined]], 'formal', ['wechat', 'alipay', 'tianfu']],
    [[['alipay', undefined]], 'formal', ['wechat', 'alipay', 'tianfu']],
    [[['tianfu', undefined]], 'formal', ['wechat', 'alipay', 'tianfu']],
    // rule 12: any counter cancels a temporary one on the spot
    [[['phone', undefined]], 'temporary', ['phone', 'counter']],
    [[['counter', undefined]], 'formal', ['counter', 'terminal']],
    [[['terminal', undefined]], 'formal', ['counter', 'terminal']],
    [[['phone', undefined], ['wechat', undefined]], 'formal', ['wechat', 'alipay', 'tianfu']],
    [[['phone', undefined], ['tianfu', undefined]], 'formal', ['wechat', 'alipay', 'tianfu']],
    [[['phone', undefined], ['counter', undefined]], 'formal', ['counter', 'terminal']],
    [[['phone', undefined], ['terminal', undefined]], 'formal', ['counter', 'terminal']],
  ],
  beijing: [
    [[['wechat', undefined]], 'formal', ['wechat', 'alipay']],
    [[['phone', undefined]], 'temporary', ['phone', 'counter']],
    [[['counter', undefined]], 'temporary', ['counter', 'terminal']],
    [[['terminal', undefined]], 'temporary', ['counter', 'terminal']],
    [[['phone', undefined], ['alipay', undefined]], 'formal', ['wechat', 'alipay']],
    // rule 3: the stricter of the two stays
    [[['counter', 'temporary'], ['wechat', undefined]], 'formal', ['counter', 'terminal']],
    [[['terminal', undefined], ['alipay', undefined]], 'formal', ['counter', 'terminal']],
  ],
}

const openReports = async ({ cardId }: Holder) => {
  const { rows } = await record.sql.query<{ function: string; kind: string }>('select function, kind from loss_report where card_key = $1 and ended_at is null', [cardId])
  return rows
}

const inTurn = async (one: Holder, reports: readonly Reported[]) => {
  for (const [channel, kind] of reports) expect(await doors.report(channel, one, kind)).toBe('done')
}

describe.each(['chengdu', 'beijing'] as const)('in %s', (city) => {
  test.each(reporting[city])('reporting in %s, of the kind %s: %s', async (channel, kind, expected) => {
    const one = await holder(record, { city })
    expect(await doors.report(channel, one, kind)).toBe(expected)
    expect(await openReports(one)).toHaveLength(expected === 'done' ? 1 : 0)
  })

  test.each(releasing[city])('after %j a %s report stands, and is released in %j alone', async (reports, kind, where) => {
    const cards = await holders(record, channels.length, { city })
    const cells: [Channel, string][] = []
    for (const [index, one] of cards.entries()) {
      const channel = channels[index] ?? 'wechat'
      await inTurn(one, reports)
      expect(await openReports(one)).toEqual([{ function: 'socialSecurity', kind }])
      const word = await doors.release(channel, one)
      expect(await openReports(one)).toHaveLength(word === 'done' ? 0 : 1)
      expect(await record.services.repository.cards.verifyHistory(one.cardId)).toBeNull()
      cells.push([channel, word])
    }
    expect(cells).toEqual(channels.map((channel) => [channel, where.includes(channel) ? 'done' : 'releasedElsewhere']))
  })

  test('what is open as strictly already, and what is released already, is so for every door', async () => {
    const one = await holder(record, { city })
    expect(await doors.release('counter', one)).toBe('already')
    await inTurn(one, [['wechat', undefined]])
    expect([await doors.report('phone', one), await doors.report('counter', one, 'formal'), await doors.report('alipay', one)]).toEqual(['already', 'already', 'already'])
  })
})

test('sixty-four at once through all seven doors make one formal report, and one of the bank', async () => {
  const one = await holder(record, { city: 'chengdu', issuing_bank: 'icbc' })
  const words = await Promise.all(Array.from({ length: 64 }, async (_, index) => {
    const channel = channels[index % channels.length] ?? 'wechat'
    const word = channel === 'bank' ? await doors.bankReports(one) : await doors.report(channel, one)
    return { half: channel === 'bank' ? 'bank' : channel === 'phone' ? 'phone' : 'formal', word }
  }))
  const count = (half: string, word: string) => words.filter((one) => one.half === half && one.word === word).length
  expect(words.filter(({ word }) => word !== 'done' && word !== 'already')).toEqual([])
  expect([count('formal', 'done'), count('bank', 'done')]).toEqual([1, 1])
  // a temporary one counts only where it came before the formal one, which took its place
  const { rows } = await record.sql.query<{ kind: string; ended_by: string | null }>(
    `select kind, ended_by from loss_report where card_key = $1 and function = 'socialSecurity' order by reported_at`, [one.cardId])
  expect(rows).toEqual([...Array.from({ length: count('phone', 'done') }, () => ({ kind: 'temporary', ended_by: 'replaced' })), { kind: 'formal', ended_by: null }])
  expect(count('phone', 'done')).toBeLessThanOrEqual(1)
  expect(await record.services.repository.cards.verifyHistory(one.cardId)).toBeNull()
})

test('thirty-two at once through the three online doors release it once', async () => {
  const one = await holder(record, { city: 'chengdu' })
  await inTurn(one, [['tianfu', undefined]])
  const online = ['wechat', 'alipay', 'tianfu'] as const
  const words = await Promise.all(Array.from({ length: 32 }, (_, index) => doors.release(online[index % 3] ?? 'tianfu', one)))
  expect(words.filter((word) => word === 'done')).toHaveLength(1)
  expect(words.filter((word) => word === 'already')).toHaveLength(31)
  expect(await record.services.repository.cards.verifyHistory(one.cardId)).toBeNull()
})
