import type { CityPolicy } from '@/domain/policy'
import { decideRelease } from '@/domain/release'
import { day } from '@/domain/time'
import { call, ok, openRecord, refused, type TestRecord } from '../../support/record'
import { people } from '../../support/record/family'
import { staffMember } from '../../support/record/partner'
import { acted, callAs, cardholder, checked, holder, newKey, openDoors, papers, partner, signedIn, window1, word, type Doors } from './stage'

jest.setTimeout(120_000)

let record: TestRecord
let doors: Doors
beforeAll(async () => {
  record = await openRecord()
  doors = await openDoors(record)
})
afterAll(() => record.close())

const eventsOf = async (cardId: string): Promise<string[]> => {
  const { rows } = await record.sql.query<{ what: string }>(`select event->>'what' as what from card_event where card_key = $1 order by seq`, [cardId])
  return rows.map(({ what }) => what)
}

/** A city where only the outlet that accepted a report releases it. */
const onlyThere = ({ release }: CityPolicy): CityPolicy['release'] =>
  ({ ...release, value: { ...release.value, counter: { mode: 'sameOutlet', channels: ['counter'] } } })

describe('a card is found', () => {
  test('by its number, by its id, and with all of a holder\'s by their ID number, masked', async () => {
    const { counter } = doors.partners
    const one = await holder(record)
    const { cards: [card] } = await ok(callAs(counter, 'channel/cardStatus', { find: { cardNumber: one.card_number }, staff: window1 }))
    expect(card).toEqual({
      cardId: one.cardId, maskedNumber: `${one.card_number.slice(0, 4)}**********${one.card_number.slice(-4)}`, maskedName: '示***', city: 'chengdu', issuingBank: 'icbc',
      socialSecurity: { state: 'inUse', since: expect.any(String) }, financial: { state: 'inUse', since: expect.any(String) }, bankTold: false, reissueAccepted: false,
      actions: [
        { action: 'reportLoss', allowed: true },
        { action: 'releaseLoss', allowed: false, reason: 'nothingToRelease' },
        { action: 'bankTold', allowed: false, reason: 'nothingReported' },
      ],
    })
    expect((await ok(callAs(counter, 'channel/cardStatus', { find: { cardId: one.cardId }, staff: window1 }))).cards).toEqual([card])
    const twoCards = await ok(callAs(counter, 'channel/cardStatus', { find: { idNumber: people.twoCards.idNumber }, staff: window1 }))
    expect(twoCards.cards.map(({ maskedNumber }) => maskedNumber)).toEqual(['5101**********1212', '5101**********1313'])
  })

  test('with the report that is open, and by the bureau without anything to do', async () => {
    const { counter } = doors.partners
    const one = await holder(record)
    const { report } = await ok(callAs(counter, 'channel/reportLoss', acted(counter, one)))
    const bureau = await partner(record, { channel: 'bureau' })
    const { cards: [card] } = await ok(callAs(bureau, 'channel/cardStatus', { find: { cardId: one.cardId }, staff: { id: 'core' } }))
    expect([card?.report, card?.socialSecurity.state, card?.actions]).toEqual([report, 'formallyLost', []])
  })

  test('not where it is of another city, which reads like one that is not there', async () => {
    const elsewhere = await partner(record, { channel: 'counter', cities: ['beijing'] })
    const one = await holder(record)
    const unknown = { code: 'notFound', status: 404 }
    for (const find of [{ cardNumber: one.card_number }, { cardId: one.cardId }, { cardNumber: '990199999999999999' }]) {
      expect(await refused(callAs(elsewhere, 'channel/cardStatus', { find, staff: window1 }))).toEqual(unknown)
    }
    expect((await ok(callAs(elsewhere, 'channel/cardStatus', { find: { idNumber: one.id_number }, staff: window1 }))).cards).toEqual([])
    expect(await refused(callAs(elsewhere, 'channel/reportLoss', acted(elsewhere, one)))).toEqual(unknown)
    expect(await refused(callAs(elsewhere, 'channel/history', { card: { cardId: one.cardId }, staff: window1 }))).toEqual(unknown)
    expect(await eventsOf(one.cardId)).toEqual(['cardImported'])
  })

  test('by a bank only where it is its own', async () => {
    const { bank } = doors.partners
    const other = await holder(record, { issuing_bank: 'ccb' })
    const asked = { card: { cardId: other.cardId }, staff: { id: 'b-1' } }
    const notIts = { code: 'notThisBank', status: 409 }
    expect(await refused(callAs(bank, 'channel/cardStatus', { find: { cardNumber: other.card_number }, staff: { id: 'b-1' } }))).toEqual(notIts)
    expect(await refused(callAs(bank, 'channel/history', asked))).toEqual(notIts)
    expect(await refused(callAs(bank, 'channel/bankReported', { ...asked, idempotencyKey: newKey() }))).toEqual(notIts)
    expect(await refused(callAs(bank, 'channel/acceptReissue', { ...acted(bank, other), kind: 'exchange' }))).toEqual(notIts)
    expect((await ok(callAs(bank, 'channel/cardStatus', { find: { idNumber: other.id_number }, staff: { id: 'b-1' } }))).cards).toEqual([])
    expect(await eventsOf(other.cardId)).toEqual(['cardImported'])
  })
})

describe('the same key', () => {
  test.each(['tianfu', 'counter', 'terminal'] as const)('of a %s gets the first answer again, another request under it none', async (channel) => {
    const who = doors.partners[channel]
    const one = await holder(record)
    const request = acted(who, one)
    const first = await ok(callAs(who, 'channel/reportLoss', request))
    expect(first.result).toBe('done')
    expect(await ok(callAs(who, 'channel/reportLoss', request))).toEqual(first)
    expect(await refused(callAs(who, 'channel/reportLoss', { ...request, staff: { ...window1, id: 'staff-2' } }))).toEqual({ code: 'idempotencyKeyReused', status: 409 })
    expect(await eventsOf(one.cardId)).toEqual(['cardImported', 'lossReported'])
  })

  test('of a bank gets the first answer again', async () => {
    const { bank } = doors.partners
    const one = await holder(record)
    const request = { card: { cardNumber: one.card_number }, staff: { id: 'b-1' }, idempotencyKey: newKey() }
    const first = await ok(callAs(bank, 'channel/bankReported', request))
    expect([first.result, first.report?.function, first.report?.by]).toEqual(['done', 'financial', 'bank'])
    expect(await ok(callAs(bank, 'channel/bankReported', request))).toEqual(first)
    expect(await refused(callAs(bank, 'channel/bankReported', { ...request, kind: 'temporary' }))).toEqual({ code: 'idempotencyKeyReused', status: 409 })
  })

  test('is looked up before the check is looked at, which may have grown old since', async () => {
    const { tianfu } = doors.partners
    const request = acted(tianfu, await holder(record))
    await ok(callAs(tianfu, 'channel/reportLoss', request))
    expect(await refused(callAs(tianfu, 'channel/reportLoss', { ...request, evidence: checked(day) }))).toEqual({ code: 'idempotencyKeyReused', status: 409 })
  })

  test('of another partner is another one', async () => {
    const [a, b] = [await partner(record, { channel: 'counter' }), await partner(record, { channel: 'counter' })]
    const one = await holder(record)
    const request = acted(a, one)
    expect((await ok(callAs(a, 'channel/reportLoss', request))).result).toBe('done')
    expect((await ok(callAs(b, 'channel/reportLoss', { ...request, staff: { ...window1, id: 'staff-2' } }))).result).toBe('already')
  })

  test('sent sixteen times at once does one thing', async () => {
    const { counter } = doors.partners
    const one = await holder(record)
    const request = acted(counter, one)
    const answers = await Promise.all(Array.from({ length: 16 }, () => ok(callAs(counter, 'channel/reportLoss', request))))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await eventsOf(one.cardId)).toEqual(['cardImported', 'lossReported'])
  })
})

describe('what a partner says', () => {
  test('is kept beside the event as its word, whoever it names sealed, and read in the history', async () => {
    const { counter } = doors.partners
    const one = await holder(record)
    const proxy = { name: '示例公民路', idNumber: people.guardian.idNumber }
    const evidence = papers('holderId', 'proxyId')
    const { report } = await ok(callAs(counter, 'channel/reportLoss', acted(counter, one, { applicant: { role: 'proxy', ...proxy }, evidence })))
    const { rows: [said] } = await record.sql.query<{ sealed_applicant: string }>('select * from attestation where card_key = $1', [one.cardId])
    expect(said).toEqual({
      card_key: one.cardId, seq: 2, partner_id: counter.partnerId, staff: window1.id, outlet: window1.outlet, applicant: 'proxy',
      sealed_applicant: expect.any(String), evidence,
    })
    expect(JSON.parse(record.services.keys.open(said?.sealed_applicant ?? '', `${one.cardId}.2`))).toEqual(proxy)
    const { rows: [event] } = await record.sql.query<{ actor: string }>('select actor from card_event where card_key = $1 and seq = 2', [one.cardId])
    expect(event?.actor).toBe(`partner.${counter.partnerId}`)
    expect([report?.by, report?.actor]).toEqual(['proxy', '示****'])
    const { events: [newest] } = await ok(callAs(counter, 'channel/history', { card: { cardId: one.cardId }, staff: window1 }))
    expect(newest).toMatchObject({ what: 'lossReported', by: 'proxy', actor: '示****', partner: counter.name, channel: 'counter', receiptNumber: report?.receiptNumber })
    const { token } = await signedIn(record, one, 'wechat')
    expect((await ok(call('card/history', { cardId: one.cardId }, token))).events[0]).toEqual(newest)
    expect((await ok(call('card/get', { cardId: one.cardId }, token))).report).toEqual({ ...report, releasedIn: ['counter', 'terminal'] })
  })

  test('is in the copy of one\'s own data, and whoever it names is masked', async () => {
    const { counter } = doors.partners
    const one = await holder(record)
    await ok(callAs(counter, 'channel/reportLoss', acted(counter, one, { applicant: { role: 'proxy', name: '示例公民路', idNumber: people.guardian.idNumber } })))
    const { token, check } = await signedIn(record, one, 'wechat')
    const { copy } = await ok(call('person/exportData', { verificationId: await check({ purpose: 'exportData' }) }, token))
    const { cards: [card] } = JSON.parse(copy) as { cards: { saidByPartners: unknown[] }[] }
    expect(card?.saidByPartners).toMatchObject([{ what: 'lossReported', partner: counter.name, applicant: 'proxy', actor: '示****', evidence: papers() }])
    expect(copy).not.toContain(people.guardian.idNumber)
  })

  test('at a counter\'s own page is the outlet\'s, by its name', async () => {
    const [member, one] = [await staffMember(record, 'chengdu.wuhou-agency'), await holder(record)]
    await ok(member.callAtCounter('channel/reportLoss', acted(doors.partners.counter, one)))
    const { events: [newest] } = await ok(member.callAtCounter('channel/history', { card: { cardId: one.cardId }, staff: window1 }))
    const { outlet } = await ok(call('outlets/get', { outletId: member.outletId }))
    expect(newest).toMatchObject({ what: 'lossReported', partner: outlet.name, by: 'cardholder' })
  })

  test('is not written where it was so already', async () => {
    const { counter } = doors.partners
    const one = await holder(record)
    await ok(callAs(counter, 'channel/reportLoss', acted(counter, one)))
    await ok(callAs(counter, 'channel/reportLoss', acted(counter, one)))
    expect((await record.sql.query('select from attestation where card_key = $1', [one.cardId])).rowCount).toBe(1)
  })
})

describe('a history', () => {
  test('comes in pages, whose cursor counts for this card and partner alone', async () => {
    const { counter, terminal } = doors.partners
    const one = await holder(record)
    for (let time = 0; time < 11; time += 1) {
      await ok(callAs(counter, 'channel/reportLoss', acted(counter, one)))
      await ok(callAs(counter, 'channel/releaseLoss', acted(counter, one)))
    }
    const asked = { card: { cardNumber: one.card_number }, staff: window1 }
    const first = await ok(callAs(counter, 'channel/history', asked))
    const cursor = first.cursor ?? ''
    const second = await ok(callAs(counter, 'channel/history', { ...asked, cursor }))
    expect([first.events.length, second.events.length, second.cursor]).toEqual([20, 3, undefined])
    expect(second.events.at(-1)?.what).toBe('cardImported')
    const wrong = { code: 'invalidRequest', status: 422 }
    expect(await refused(callAs(terminal, 'channel/history', { ...asked, cursor }))).toEqual(wrong)
    expect(await refused(callAs(counter, 'channel/history', { ...asked, card: { cardId: (await holder(record)).cardId }, cursor }))).toEqual(wrong)
  })
})

describe('a bank\'s own word', () => {
  const asked = (cardId: string) => ({ card: { cardId }, staff: { id: 'b-1' }, idempotencyKey: newKey() })

  test('is of its half alone, and is released by the bank alone', async () => {
    const { bank, counter } = doors.partners
    const one = await holder(record)
    await ok(callAs(counter, 'channel/reportLoss', acted(counter, one)))
    const { card } = await ok(callAs(bank, 'channel/bankReported', asked(one.cardId)))
    expect([card.socialSecurity.state, card.financial.state]).toEqual(['formallyLost', 'formallyLost'])
    expect((await ok(callAs(counter, 'channel/releaseLoss', acted(counter, one)))).card).toMatchObject({ socialSecurity: { state: 'inUse' }, financial: { state: 'formallyLost' } })
    const released = await ok(callAs(bank, 'channel/bankReleased', asked(one.cardId)))
    expect([released.result, released.report?.function, released.card.financial.state]).toEqual(['done', 'financial', 'inUse'])
    expect((await ok(callAs(bank, 'channel/bankReleased', asked(one.cardId)))).result).toBe('already')
  })

  test('that is temporary lapses by its own clock', async () => {
    const { bank, counter } = doors.partners
    const one = await holder(record)
    const { report } = await ok(callAs(bank, 'channel/bankReported', { ...asked(one.cardId), kind: 'temporary' }))
    expect(Date.parse(report?.lapsesAt ?? '') - Date.parse(report?.reportedAt ?? '')).toBe(5 * day)
    await ok(callAs(counter, 'channel/reportLoss', acted(counter, one)))
    await record.sql.query(`update loss_report set reported_at = reported_at - $2, lapses_at = lapses_at - $2 where card_key = $1 and function = 'financial'`, [one.cardId, 5 * day])
    const { cards: [card] } = await ok(callAs(bank, 'channel/cardStatus', { find: { cardId: one.cardId }, staff: { id: 'b-1' } }))
    expect([card?.financial.state, card?.socialSecurity.state]).toEqual(['inUse', 'formallyLost'])
    expect((await ok(callAs(bank, 'channel/bankReported', { ...asked(one.cardId), kind: 'temporary' }))).result).toBe('done')
    expect(await eventsOf(one.cardId)).toEqual(['cardImported', 'lossReported', 'lossReported', 'reportLapsed', 'lossReported'])
  })

  test.each(['tianfu', 'counter', 'terminal', 'phone'] as const)('is not a %s\'s', async (channel) => {
    const { cardId } = await holder(record)
    expect(await refused(callAs(doors.partners[channel], 'channel/bankReported', asked(cardId)))).toEqual({ code: 'notPermitted', status: 403 })
    expect(await refused(callAs(doors.partners[channel], 'channel/bankReleased', asked(cardId)))).toEqual({ code: 'notPermitted', status: 403 })
  })
})

describe('a reissue', () => {
  test('makes a report final in every door', async () => {
    const { counter, terminal } = doors.partners
    const one = await holder(record)
    expect(await word(callAs(counter, 'channel/acceptReissue', { ...acted(counter, one), kind: 'replacement' }))).toBe('reissueNeedsReport')
    await ok(callAs(counter, 'channel/reportLoss', acted(counter, one)))
    const { result, card, report } = await ok(callAs(counter, 'channel/acceptReissue', { ...acted(counter, one), kind: 'replacement' }))
    expect([result, card.reissueAccepted, card.socialSecurity.state, report?.releasedIn]).toEqual(['done', true, 'beingReissued', []])
    expect(await word(callAs(terminal, 'channel/acceptReissue', { ...acted(terminal, one), kind: 'replacement' }))).toBe('already')
    expect(await word(callAs(counter, 'channel/releaseLoss', acted(counter, one)))).toBe('reissueAlreadyAccepted')
  })
})

test('the bureau brings nobody before us', async () => {
  const bureau = await partner(record, { channel: 'bureau' })
  const request = { ...acted(bureau, await holder(record)), applicant: cardholder }
  const no = { code: 'notPermitted', status: 403 }
  expect(await refused(callAs(bureau, 'channel/reportLoss', request))).toEqual(no)
  expect(await refused(callAs(bureau, 'channel/releaseLoss', request))).toEqual(no)
  expect(await refused(callAs(bureau, 'channel/acceptReissue', { ...request, kind: 'exchange' }))).toEqual(no)
})

test('a report made in person keeps its outlet, and belongs to no account; the rules are told where a release is asked for', async () => {
  const { counter } = doors.partners
  const one = await holder(record)
  await ok(callAs(counter, 'channel/reportLoss', acted(counter, one)))
  const { rows } = await record.sql.query<{ outlet: string; account_key: string | null }>('select outlet, account_key from loss_report where card_key = $1', [one.cardId])
  expect(rows).toEqual([{ outlet: window1.outlet, account_key: null }])
  const release = (outlet: string) => record.services.repository.cards.changeFor(counter, {
    by: { cardId: one.cardId }, operation: 'releaseLoss', idempotencyKey: newKey(), content: '', applicant: cardholder, evidence: papers(), staff: { id: 'staff-1', outlet },
    decide: ({ card, by, policy, now, outlet: there }) =>
      decideRelease(card, { channel: 'counter', by, ...(there && { outlet: there }) }, { ...policy, release: onlyThere(policy) }, now),
  })
  await expect(release('chengdu.jinniu-agency')).rejects.toMatchObject({ code: 'releasedElsewhere' })
  expect((await release(window1.outlet)).already).toBe(false)
})
