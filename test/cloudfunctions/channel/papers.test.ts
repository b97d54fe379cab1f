import type { Applicant, Evidence } from '@/contract'
import { minute, toIso } from '@/domain/time'
import type { Paper, Role } from '@/domain/words'
import { openRecord, type TestRecord } from '../../support/record'
import { idNumber } from '../../support/record/card-file'
import { people } from '../../support/record/family'
import { staffMember } from '../../support/record/partner'
import { acted, callAs, cardholder, checked, holder, openDoors, papers, window1, word, type Doors, type Holder } from './stage'

jest.setTimeout(120_000)

let record: TestRecord
let doors: Doors
beforeAll(async () => {
  record = await openRecord()
  doors = await openDoors(record)
})
afterAll(() => record.close())

const thisYear = new Date().getUTCFullYear()
let born = 100
/** An adult's card. */
const cardOf = (): Promise<Holder> => holder(record)

interface InCare {
  readonly card: Holder
  readonly guardian: Applicant & { readonly role: 'guardian' }
}

/** A child's card, and the guardian on record. */
const childOf = async (age: number): Promise<InCare> => {
  born += 1
  const { name, id_number: number } = await holder(record)
  const card = await holder(record, { id_number: idNumber(`${thisYear - age}0101`, born), guardian_id_number: number })
  return { card, guardian: { role: 'guardian', name, idNumber: number } }
}

/** A card, and somebody of a role who stands there with it. */
const inRole = async (role: Role): Promise<{ readonly card: Holder; readonly applicant: Applicant }> => {
  if (role === 'guardian') {
    const { card, guardian: applicant } = await childOf(15)
    return { card, applicant }
  }
  return { card: await cardOf(), applicant: role === 'proxy' ? { role, ...people.guardian } : cardholder }
}
const stranger = { name: '示例公民路', idNumber: idNumber('19850101', 901) }

/** A report, or a release of one that a counter made, by somebody on some evidence at a counter or a terminal. */
const inPerson = async (channel: 'counter' | 'terminal', deed: 'reportLoss' | 'releaseLoss', card: Holder, applicant: Applicant, evidence: Evidence) => {
  const who = doors.partners[channel]
  if (deed === 'releaseLoss') await callAs(doors.partners.counter, 'channel/reportLoss', acted(doors.partners.counter, card, { applicant }))
  const answer = await callAs(who, `channel/${deed}`, acted(who, card, { applicant, evidence }))
  return answer.ok ? answer.data.result : [answer.error.code, answer.error.details?.papers]
}

/** The papers of who acts, and for a release the card itself. */
const needed: readonly (readonly [deed: 'reportLoss' | 'releaseLoss', role: Role, papers: readonly Paper[]])[] = [
  ['reportLoss', 'cardholder', ['holderId']],
  ['reportLoss', 'guardian', ['guardianId', 'householdRegister']],
  ['reportLoss', 'proxy', ['holderId', 'proxyId']],
  ['releaseLoss', 'cardholder', ['holderId', 'card']],
  ['releaseLoss', 'guardian', ['guardianId', 'householdRegister', 'card']],
  ['releaseLoss', 'proxy', ['holderId', 'proxyId', 'card']],
]
const everyPaper: readonly Paper[] = ['holderId', 'guardianId', 'proxyId', 'householdRegister', 'card']

describe('papers at a counter', () => {
  test.each(needed)('%s by a %s needs %j, each of them', async (deed, role, wanted) => {
    const { card, applicant } = await inRole(role)
    for (const missing of wanted) {
      const seen = everyPaper.filter((paper) => paper !== missing)
      expect(await inPerson('counter', deed, card, applicant, papers(...seen))).toEqual(['papersMissing', [missing]])
    }
    expect(await inPerson('counter', deed, card, applicant, papers(...wanted))).toBe('done')
  })

  test('an online check is none', async () => {
    expect(await inPerson('counter', 'reportLoss', await cardOf(), cardholder, checked())).toEqual(['papersMissing', ['holderId']])
    expect(await inPerson('terminal', 'releaseLoss', await cardOf(), cardholder, checked())).toEqual(['papersMissing', ['holderId', 'card']])
  })
})

describe('papers at a terminal', () => {
  test.each(needed.filter(([, role]) => role !== 'proxy'))('%s by a %s needs %j', async (deed, role, wanted) => {
    const { card, applicant } = await inRole(role)
    for (const missing of wanted) {
      const seen = everyPaper.filter((paper) => paper !== missing)
      expect(await inPerson('terminal', deed, card, applicant, papers(...seen))).toEqual(['papersMissing', [missing]])
    }
    expect(await inPerson('terminal', deed, card, applicant, papers(...wanted))).toBe('done')
  })
})

test.each(['counter', 'terminal'] as const)('a %s says at which outlet', async (channel) => {
  const who = doors.partners[channel]
  const answer = await callAs(who, 'channel/reportLoss', acted(who, await cardOf(), { staff: { id: 'staff-1' } }))
  expect(answer).toMatchObject({ ok: false, status: 422, error: { code: 'invalidRequest', details: { field: 'staff.outlet' } } })
})

describe('the check of an online door', () => {
  const inTianfu = async (evidence: Evidence) => {
    const { tianfu } = doors.partners
    return word(callAs(tianfu, 'channel/reportLoss', acted(tianfu, await cardOf(), { evidence })))
  }

  test.each([
    ['was passed just now', 0, 'done'],
    ['was passed nearly ten minutes ago', 10 * minute - 5_000, 'done'],
    ['was passed ten minutes ago', 10 * minute, 'verificationRefused'],
    ['is to be passed tomorrow', -1440 * minute, 'verificationRefused'],
  ])('that %s', async (_when, ago, expected) => {
    expect(await inTianfu(checked(ago))).toBe(expected)
  })

  test('is a check, not papers', async () => {
    expect(await inTianfu(papers())).toBe('verificationRefused')
  })

  test('at no time at all is refused', async () => {
    expect(await inTianfu({ kind: 'onlineCheck', method: 'face', reference: 'ref-1', at: toIso(Date.now()).replace(/^\d{4}-\d\d-\d\d/, '2026-02-31') })).toBe('verificationRefused')
  })
})

describe('for whom', () => {
  const report = async (channel: 'counter' | 'tianfu' | 'terminal' | 'bank', card: Holder, applicant: Applicant) => {
    const who = doors.partners[channel]
    return word(callAs(who, 'channel/reportLoss', acted(who, card, { applicant })))
  }
  const strange = (role: 'guardian' | 'proxy'): Applicant => ({ role, ...stranger })

  test('a counter says who is the guardian, the other doors know one on record', async () => {
    const [first, second, third] = [await childOf(15), await childOf(15), await childOf(15)]
    expect(await report('tianfu', first.card, strange('guardian'))).toBe('notGranted')
    expect(await report('terminal', first.card, strange('guardian'))).toBe('notGranted')
    expect(await report('tianfu', first.card, { ...first.guardian, name: '示例公民丑' })).toBe('notGranted')
    expect(await report('tianfu', first.card, second.guardian)).toBe('notGranted')
    expect(await report('tianfu', first.card, first.guardian)).toBe('done')
    expect(await report('terminal', second.card, second.guardian)).toBe('done')
    expect(await report('counter', third.card, strange('guardian'))).toBe('done')
  })

  test('below the age of the privacy law a guardian who is not there in person has agreed first', async () => {
    const { card, guardian } = await childOf(9)
    expect(await report('tianfu', card, guardian)).toBe('guardianConsentNeeded')
    expect(await report('counter', card, guardian)).toBe('done')
  })

  test('a child, the guardian of an adult, and whoever is nobody else, act nowhere', async () => {
    expect(await report('counter', (await childOf(15)).card, cardholder)).toBe('minorNeedsGuardian')
    expect(await report('counter', await cardOf(), strange('guardian'))).toBe('guardianOfAdult')
    const own = await cardOf()
    expect(await report('counter', own, { role: 'proxy', name: own.name, idNumber: own.id_number })).toBe('invalidRequest')
    expect(await report('counter', await cardOf(), { role: 'proxy', name: '示例儿童', idNumber: idNumber(`${thisYear - 12}0101`, 5) })).toBe('invalidRequest')
  })

  test('a proxy shows papers at a counter; the other doors know what the holder lets them do', async () => {
    expect(await report('counter', await cardOf(), strange('proxy'))).toBe('done')
    expect(await report('tianfu', await cardOf(), strange('proxy'))).toBe('proxyInPersonOnly')
    const card = await cardOf()
    await record.services.repository.family.arrange({ cardNumber: card.card_number, proxy: stranger, purpose: 'reportLoss', days: 3 })
    expect(await report('tianfu', card, { role: 'proxy', ...stranger, name: '示例公民丑' })).toBe('proxyInPersonOnly')
    expect(await report('tianfu', card, strange('proxy'))).toBe('done')
    const { tianfu } = doors.partners
    expect(await word(callAs(tianfu, 'channel/releaseLoss', acted(tianfu, card, { applicant: strange('proxy') })))).toBe('notGranted')
  })
})

test('from a counter\'s own session who and where they are is the session\'s', async () => {
  const [member, card] = [await staffMember(record, 'chengdu.qingyang-agency'), await cardOf()]
  expect(await word(member.callAtCounter('channel/reportLoss', acted(doors.partners.counter, card, { staff: window1 })))).toBe('done')
  const { rows } = await record.sql.query('select staff, a.outlet as said, r.outlet from attestation a join loss_report r using (card_key) where card_key = $1', [card.cardId])
  expect(rows).toEqual([{ staff: member.staffId, said: member.outletId, outlet: member.outletId }])
})
