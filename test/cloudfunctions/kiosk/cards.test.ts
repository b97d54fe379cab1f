import { channels, type Channel } from '@/domain/words'
import { openRecord, refused, type TestRecord } from '../../support/record'
import { call, citizen, newKey, ok } from '../../support/record/citizen'
import { people } from '../../support/record/family'
import { enrolledKiosk, type AtKiosk, type IdCard, type TestKiosk } from '../../support/record/kiosk'
import { dumpOf, findPersonalData } from '../../security/scan'
import { holder, holders, openDoors, type Doors, type Holder } from '../channel/stage'

// many requests, on a machine that may be busy
jest.setTimeout(60_000)

let record: TestRecord
let kiosk: TestKiosk
let doors: Doors
beforeAll(async () => {
  record = await openRecord()
  kiosk = await enrolledKiosk(record)
  doors = await openDoors(record)
})
afterAll(() => record.close())

const idCardOf = ({ name, id_number: idNumber }: Holder): IdCard => ({ name, idNumber })
const before = (one: Holder): Promise<AtKiosk> => kiosk.putOn(idCardOf(one))
const report = async (one: Holder) => (await before(one)).act('reportLoss', one.cardId)
const release = async (one: Holder, readCard = one.card_number) => (await before(one)).act('releaseLoss', one.cardId, readCard)
const openReport = async (who: AtKiosk, cardId: string) => (await ok(who.call('card/get', { cardId }))).report

describe('a report', () => {
  test.each([['chengdu', 'formal'], ['beijing', 'temporary']] as const)('in %s is %s, of the terminal’s outlet', async (city, kind) => {
    const one = await holder(record, { city })
    expect(await report(one)).toBe('done')
    const who = await before(one)
    expect(await openReport(who, one.cardId)).toMatchObject({ kind, channel: 'terminal', by: 'cardholder', releasedIn: ['counter', 'terminal'] })
    const { rows } = await record.sql.query('select outlet, channel from loss_report where card_key = $1', [one.cardId])
    expect(rows).toEqual([{ outlet: kiosk.outletId, channel: 'terminal' }])
    const { events: [newest] } = await ok(who.call('card/history', { cardId: one.cardId }))
    expect(newest).toMatchObject({ what: 'lossReported', channel: 'terminal', by: 'cardholder', partner: '示例武侯自助服务点' })
  })

  test('and what is said by a terminal stands beside each event as its word, with no name and no number', async () => {
    const one = await holder(record)
    await report(one)
    await release(one)
    const { rows } = await record.sql.query('select seq, partner_id, staff, outlet, applicant, sealed_applicant, evidence from attestation where card_key = $1 order by seq', [one.cardId])
    const said = { partner_id: `kiosk.${kiosk.kioskId}`, staff: kiosk.kioskId, outlet: kiosk.outletId, applicant: 'cardholder', sealed_applicant: null }
    expect(rows).toEqual([
      { ...said, seq: 2, evidence: { kind: 'papers', seen: ['holderId'] } },
      { ...said, seq: 3, evidence: { kind: 'papers', seen: ['holderId', 'card'] } },
    ])
    expect(await record.services.repository.cards.verifyHistory(one.cardId)).toBeNull()
  })

  test('of a phone’s holder has no terminal’s word beside it', async () => {
    const phone = await citizen('two-cards', 'wechat')
    await ok(phone.report())
    const { rows } = await record.sql.query('select from attestation where card_key = $1', [phone.cardId])
    expect(rows).toEqual([])
  })
})

/** Where a report is made, and whether a terminal then releases it: its own city's rule, whoever stands there. */
const reported: Readonly<Record<'chengdu' | 'beijing', readonly (readonly [Channel, string])[]>> = {
  chengdu: [
    ['wechat', 'releasedElsewhere'], ['alipay', 'releasedElsewhere'], ['tianfu', 'releasedElsewhere'], ['phone', 'releasedElsewhere'],
    ['counter', 'done'], ['terminal', 'done'],
  ],
  beijing: [
    ['wechat', 'releasedElsewhere'], ['alipay', 'releasedElsewhere'], ['phone', 'releasedElsewhere'], ['counter', 'done'], ['terminal', 'done'],
  ],
}

describe.each(['chengdu', 'beijing'] as const)('in %s', (city) => {
  test.each(reported[city])('a report made in %s, released with both cards at a terminal: %s', async (channel, word) => {
    const one = await holder(record, { city })
    expect(await doors.report(channel, one)).toBe('done')
    expect(await release(one)).toBe(word)
  })

  test('one made at a terminal is released at counters and terminals alone', async () => {
    const cards = await holders(record, channels.length, { city })
    const words: [Channel, string][] = []
    for (const [index, one] of cards.entries()) {
      const channel = channels[index] ?? 'wechat'
      expect(await report(one)).toBe('done')
      words.push([channel, await doors.release(channel, one)])
    }
    expect(words).toEqual(channels.map((channel) => [channel, channel === 'counter' || channel === 'terminal' ? 'done' : 'releasedElsewhere']))
  })

  test('what is reported there already, or released, is so', async () => {
    const one = await holder(record, { city })
    expect(await release(one)).toBe('already')
    expect([await report(one), await report(one)]).toEqual(['done', 'already'])
  })
})

describe('a release takes the card itself', () => {
  let one: Holder
  let who: AtKiosk
  beforeEach(async () => {
    one = await holder(record)
    await report(one)
    who = await before(one)
  })
  const begin = async (): Promise<string> =>
    (await ok(who.call('session/beginVerification', { subject: { purpose: 'releaseLoss', cardId: one.cardId } }))).verificationId
  const complete = async (verificationId: string, readCard?: string) =>
    (await ok(who.call('session/completeVerification', { verificationId, ...(readCard !== undefined && { readCard }) }))).result
  const use = (verificationId: string, by: AtKiosk = who) => by.call('card/releaseLoss', { cardId: one.cardId, verificationId, idempotencyKey: newKey() })
  const refusal = { code: 'verificationRefused', status: 403 }

  test('the check begins by the ID card, is pending until the card is read, and then passes', async () => {
    const begun = await ok(who.call('session/beginVerification', { subject: { purpose: 'releaseLoss', cardId: one.cardId } }))
    expect(begun.challenge).toEqual({ provider: 'terminal' })
    expect(await complete(begun.verificationId)).toBe('pending')
    expect(await refused(use(begun.verificationId))).toEqual(refusal)
    expect(await complete(begun.verificationId, one.card_number)).toBe('passed')
    expect((await ok(use(begun.verificationId))).card.socialSecurity.state).toBe('inUse')
  })

  test('another card fails it, even of the same holder’s, and the right one does not mend that', async () => {
    const [verificationId, stranger] = [await begin(), await holder(record)]
    expect(await complete(verificationId, stranger.card_number)).toBe('failed')
    expect(await complete(verificationId, one.card_number)).toBe('failed')
    expect(await refused(use(verificationId))).toEqual(refusal)
    expect((await openReport(who, one.cardId))?.endedAt).toBeUndefined()
  })

  test('a check is good once, and for its purpose and card alone', async () => {
    const passed = await who.check('releaseLoss', one.cardId, one.card_number)
    expect(await refused(use(await who.check('reportLoss', one.cardId)))).toEqual(refusal)
    await ok(use(passed))
    expect(await refused(use(passed))).toEqual({ code: 'verificationUsed', status: 409 })
  })

  test('a check of one session is not ended in the next', async () => {
    const verificationId = await begin()
    who = await before(one)
    expect(await refused(who.call('session/completeVerification', { verificationId, readCard: one.card_number }))).toEqual(refusal)
  })

  test('a phone reads no card', async () => {
    const phone = await citizen('in-use', 'wechat')
    const { verificationId } = await ok(call('session/beginVerification', { subject: { purpose: 'reportLoss', cardId: phone.cardId } }, phone.token))
    const readCard = '510100000000000101'
    expect(await refused(call('session/completeVerification', { verificationId, readCard }, phone.token))).toEqual({ code: 'invalidRequest', status: 422 })
    expect(await refused(phone.release({ verificationId: await begin() }))).toEqual(refusal)
  })

  test('nobody says there how a check ends', async () => {
    const request = { verificationId: await begin(), sandboxResult: 'passed' } as const
    expect(await refused(who.call('session/completeVerification', request))).toEqual({ code: 'invalidRequest', status: 422 })
  })
})

test('a service password is set by the ID card', async () => {
  const one = await holder(record)
  const who = await before(one)
  const verificationId = await who.check('setPassword', one.cardId)
  await ok(who.call('card/setServicePassword', { cardId: one.cardId, verificationId, password: '482915', idempotencyKey: newKey() }))
})

test('what somebody does at a terminal leaves nothing personal in clear', async () => {
  const who = await kiosk.putOn(people.twoCards)
  const { cards: [, second] } = await ok(who.call('card/list', {}))
  await who.act('reportLoss', second?.cardId ?? '')
  await who.act('releaseLoss', second?.cardId ?? '', '510100000000001313')
  const dump = await dumpOf(record.connectionString)
  expect(dump).toContain(`kiosk.${kiosk.kioskId}`)
  expect(findPersonalData(dump)).toEqual([])
})
