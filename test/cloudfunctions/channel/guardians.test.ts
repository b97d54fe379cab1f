import { call, ok, openRecord, refused, type TestRecord } from '../../support/record'
import { idNumber } from '../../support/record/card-file'
import { acted, callAs, holder, openDoors, papers, signedIn, type Called, type Doors, type Holder } from './stage'

jest.setTimeout(120_000)

let record: TestRecord
let doors: Doors
beforeAll(async () => {
  record = await openRecord()
  doors = await openDoors(record)
})
afterAll(() => record.close())

let born = 300
/** A child whom the city's file has in the care of one parent. */
const child = async (): Promise<Holder> => {
  const { id_number: parent } = await holder(record)
  born += 1
  return holder(record, { id_number: idNumber(`${new Date().getUTCFullYear() - 9}0101`, born), guardian_id_number: parent })
}
const somebody = () => {
  born += 1
  return { name: '示例公民路', idNumber: idNumber('19850101', born) }
}

const request = (one: Pick<Holder, 'cardId'>, guardian: { name: string; idNumber: string }, who: Called = doors.partners.counter) =>
  ({ ...acted(who, one, { applicant: { role: 'guardian', ...guardian }, evidence: papers('guardianId', 'householdRegister') }), guardian })
const link = (one: Pick<Holder, 'cardId'>, guardian: { name: string; idNumber: string }, who: Called = doors.partners.counter) =>
  callAs(who, 'channel/linkGuardian', request(one, guardian, who))

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
