import { tellAll } from '../../../cloudfunctions/host/telling'
import { call, ok, openRecord, refused, type TestRecord } from '../../support/record'
import { idNumber } from '../../support/record/card-file'
import { acted, callAs, holder, newKey, openDoors, papers, signedIn, type Called, type Doors, type Holder } from './stage'

jest.setTimeout(120_000)

let record: TestRecord
let doors: Doors
beforeAll(async () => {
  record = await openRecord()
  doors = await openDoors(record)
})
afterAll(() => record.close())

let born = 300
/** Somebody so old whom the city's file has in the care of one parent. */
const childOf = async ({ id_number: parent }: Holder, age: number): Promise<Holder> => {
  born += 1
  return holder(record, { id_number: idNumber(`${new Date().getUTCFullYear() - age}0101`, born), guardian_id_number: parent })
}
const child = async (): Promise<Holder> => childOf(await holder(record), 9)
const somebody = () => {
  born += 1
  return { name: '示例公民路', idNumber: idNumber('19850101', born) }
}

const request = (one: Pick<Holder, 'cardId'>, guardian: { name: string; idNumber: string }, who: Called = doors.partners.counter) =>
  ({ ...acted(who, one, { applicant: { role: 'guardian', ...guardian }, evidence: papers('guardianId', 'householdRegister') }), guardian })
const link = (one: Pick<Holder, 'cardId'>, guardian: { name: string; idNumber: string }, who: Called = doors.partners.counter) =>
  callAs(who, 'channel/linkGuardian', request(one, guardian, who))

/** At an age at which the privacy law asks for no consent of a guardian's. */
const told = 15
const signIn = (one: Holder, { name, idNumber: id }: ReturnType<typeof somebody>) => signedIn(record, { ...one, name, id_number: id }, 'wechat')
const inboxOf = async ({ token }: { token: string }) => (await ok(call('person/inbox', {}, token))).messages
const historyOf = async ({ cardId }: Holder, { token }: { token: string }) => (await ok(call('card/history', { cardId }, token))).events
const lastPosition = async () => (await record.sql.query<{ last: number }>('select coalesce(max(position), 0)::integer as last from feed')).rows[0]?.last ?? 0

/** Whom counters have put the child in the care of. */
const linksOf = async ({ cardId }: Holder) => {
  const { rows } = await record.sql.query('select partner_id, staff, outlet, evidence from guardianship w join card c on c.holder_key = w.ward_key where c.card_key = $1 and partner_id is not null', [cardId])
  return rows
}

test('a counter puts a child in somebody\'s care, whom nobody needs to have known, and its word is kept', async () => {
  const [one, parent] = [await child(), somebody()]
  const linked = await ok(link(one, parent))
  expect([linked.result, linked.maskedGuardian, linked.card.cardId]).toEqual(['done', '示****', one.cardId])
  expect(await linksOf(one)).toEqual([{ partner_id: doors.partners.counter.partnerId, staff: 'staff-1', outlet: 'chengdu.wuhou-agency', evidence: papers('guardianId', 'householdRegister') }])
  const { token } = await signedIn(record, { ...one, name: parent.name, id_number: parent.idNumber }, 'wechat')
  expect((await ok(call('card/list', {}, token))).cards).toMatchObject([{ cardId: one.cardId, holder: { relation: 'guardian' } }])
})

test('again it is so already; under the same key it is the first answer', async () => {
  const [one, parent] = [await child(), somebody()]
  const asked = request(one, parent)
  const first = await ok(callAs(doors.partners.counter, 'channel/linkGuardian', asked))
  expect(await ok(callAs(doors.partners.counter, 'channel/linkGuardian', asked))).toEqual(first)
  expect((await ok(link(one, parent))).result).toBe('already')
  const other = somebody()
  const reused = { ...asked, applicant: { role: 'guardian' as const, ...other }, guardian: other }
  expect(await refused(callAs(doors.partners.counter, 'channel/linkGuardian', reused))).toEqual({ code: 'idempotencyKeyReused', status: 409 })
  expect(await linksOf(one)).toHaveLength(1)
})

test('sixteen counters at once link once', async () => {
  const [one, parent] = [await child(), somebody()]
  const answers = await Promise.all(Array.from({ length: 16 }, () => ok(link(one, parent))))
  expect(answers.filter(({ result }) => result === 'done')).toHaveLength(1)
  expect(await linksOf(one)).toHaveLength(1)
})

test('of an adult, by another name than theirs, for somebody who does not stand there, without papers: refused', async () => {
  const one = await child()
  expect(await refused(link(await holder(record), somebody()))).toEqual({ code: 'guardianOfAdult', status: 409 })
  const known = await holder(record)
  expect(await refused(link(one, { name: '示例公民路', idNumber: known.id_number }))).toEqual({ code: 'invalidRequest', status: 422 })
  expect(await refused(link(one, { name: '示例儿童', idNumber: one.id_number }))).toEqual({ code: 'invalidRequest', status: 422 })
  const absent = { ...request(one, somebody()), guardian: somebody() }
  expect(await refused(callAs(doors.partners.counter, 'channel/linkGuardian', absent))).toEqual({ code: 'invalidRequest', status: 422 })
  const answer = await callAs(doors.partners.counter, 'channel/linkGuardian', { ...request(one, somebody()), evidence: papers('guardianId') })
  expect(answer).toMatchObject({ ok: false, error: { code: 'papersMissing', details: { papers: ['householdRegister'] } } })
  expect(await linksOf(one)).toEqual([])
})

test('is a counter\'s alone', async () => {
  const [one, parent] = [await child(), somebody()]
  for (const channel of ['tianfu', 'terminal', 'bank', 'phone'] as const) {
    expect(await refused(link(one, parent, doors.partners[channel]))).toEqual({ code: 'notPermitted', status: 403 })
  }
})

test('no one takes on more than they may, even all at once', async () => {
  const parent = somebody()
  const children = await Promise.all(Array.from({ length: 10 }, child))
  const answers = await Promise.all(children.map((one) => link(one, parent)))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(8)
  expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]))).toEqual(['tooManyDependants', 'tooManyDependants'])
})

test('is told to the child, to the parent that there was, and to the new one; the history names them masked, the event and the feed nobody', async () => {
  const [parent, added] = [await holder(record), somebody()]
  const one = await childOf(parent, told)
  await tellAll(record.services)
  const before = await lastPosition()
  await ok(link(one, added))
  await tellAll(record.services)
  const [asChild, asParent, asAdded] = [await signedIn(record, one, 'wechat'), await signedIn(record, parent, 'wechat'), await signIn(one, added)]
  const said = { about: 'guardianLinked', cardId: one.cardId, channel: 'counter', by: 'guardian', actor: '示****', hotline: '028-12333', disputable: 'guardianLinked' }
  for (const who of [asChild, asParent, asAdded]) expect(await inboxOf(who)).toMatchObject([said])
  const [newest] = await historyOf(one, asChild)
  expect(newest).toMatchObject({ what: 'guardianLinked', channel: 'counter', by: 'guardian', actor: '示****', partner: doors.partners.counter.name })
  const { events } = await ok(callAs(doors.partners.tianfu, 'channel/events', { after: before }))
  expect(events).toEqual([{ position: before + 1, cardId: one.cardId, cardReference: expect.any(String), city: one.city, what: 'guardianLinked', at: expect.any(String), channel: 'counter', by: 'guardian' }])
  const { rows } = await record.sql.query('select event::text from card_event where card_key = $1', [one.cardId])
  expect(JSON.stringify(rows)).not.toContain('示例')
  expect(await record.services.repository.cards.verifyHistory(one.cardId)).toBeNull()
})

test('what was so already is told to nobody', async () => {
  const [parent, added] = [await holder(record), somebody()]
  const one = await childOf(parent, told)
  await ok(link(one, added))
  await ok(link(one, added))
  await tellAll(record.services)
  expect(await inboxOf(await signedIn(record, parent, 'wechat'))).toHaveLength(1)
})

test.each([
  ['dismissed', true],
  ['upheld', false],
] as const)('said not to be right, and %s: the new guardian goes on being one is %s; the parent does', async (outcome, goesOn) => {
  const [parent, added] = [await holder(record), somebody()]
  const one = await childOf(parent, told)
  await ok(link(one, added))
  const asParent = await signedIn(record, parent, 'wechat')
  const { dispute } = await ok(call('card/dispute', { cardId: one.cardId, about: 'guardianLinked', idempotencyKey: newKey() }, asParent.token))
  const closing = { ...acted(doors.partners.counter, one, { applicant: { role: 'guardian', name: parent.name, idNumber: parent.id_number }, evidence: papers('guardianId', 'householdRegister') }), disputeId: dispute.disputeId, outcome }
  await ok(callAs(doors.partners.counter, 'channel/closeDispute', closing))
  const cardsOf = async ({ token }: { token: string }) => (await ok(call('card/list', {}, token))).cards.map(({ cardId }) => cardId)
  expect((await cardsOf(await signIn(one, added))).includes(one.cardId)).toBe(goesOn)
  expect(await cardsOf(asParent)).toContain(one.cardId)
})
