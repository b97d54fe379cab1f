import { chengdu } from '@/domain/policies/chengdu'
import { hour, minute, toIso } from '@/domain/time'
import { ok, openRecord, type TestRecord } from '../../support/record'
import { atOnce } from '../../support/record/at-once'
import { acted, callAs, openDoors, partner, type Called, type Doors, type Holder } from './stage'
import { dial, password, toErrand, withPassword, type Heard } from './telephone'

jest.setTimeout(120_000)

let record: TestRecord
let line: Called
let doors: Doors
beforeAll(async () => {
  record = await openRecord()
  doors = await openDoors(record)
  line = await partner(record, { channel: 'phone' })
})
afterAll(() => record.close())
beforeEach(() => record.sql.query(`delete from tries where key like 'password:%'`))

const limit = chengdu.limits.wrongPasswords.value
const wrong = '918273'
let callers = 0
/** A telephone that has never called. */
const newCaller = () => `1000001${String((callers += 1)).padStart(4, '0')}`

const unknown: Pick<Holder, 'card_number'> = { card_number: '990199999999999999' }

/** One call with one password. */
const attempt = async (one: Pick<Holder, 'card_number'>, typed: string, caller: string, by = line): Promise<Heard> =>
  (await dial(by, caller)).type(...toErrand(3, one, typed))
const words = ({ say: [first = ''] }: Heard): string => (first.startsWith('密码错误次数过多') ? 'locked' : first)
const notRight = '卡号或密码不正确。'
const ended = () => record.sql.query(`update tries set expire = floor(extract(epoch from clock_timestamp()) * 1000) where key like 'password:%'`)

test('a card is locked by the wrong one that is one too many, over calls, callers and partners, and the right one opens it no more', async () => {
  const one = await withPassword(record)
  const other = await partner(record, { channel: 'phone' })
  for (let time = 1; time < limit; time += 1) expect(words(await attempt(one, wrong, newCaller(), time % 2 ? line : other))).toBe(notRight)
  const locking = await attempt(one, wrong, newCaller())
  expect([locking.state, words(locking)]).toEqual(['done', 'locked'])
  const locked = await attempt(one, password, newCaller(), other)
  expect(words(locked)).toBe('locked')
  expect(locked.say[1]).toBe('正式挂失可在微信、支付宝、天府市民云、服务网点、自助机办理。')
  expect(await doors.report('wechat', one)).toBe('done')
})

test('the lock is said with when it ends, and after that the right one counts again', async () => {
  const one = await withPassword(record)
  const now = Date.now()
  for (let time = 1; time <= limit; time += 1) await attempt(one, wrong, newCaller())
  const { say: [said = ''] } = await attempt(one, password, newCaller())
  const ends = now + chengdu.limits.passwordLockHours.value * hour
  const [date, hours] = [Number(toIso(ends).slice(8, 10)), Number(toIso(ends).slice(11, 13))]
  const [laterDate, laterHours] = [Number(toIso(ends + 2 * minute).slice(8, 10)), Number(toIso(ends + 2 * minute).slice(11, 13))]
  expect([`月${date}日${hours}点`, `月${laterDate}日${laterHours}点`].some((time) => said.includes(time))).toBe(true)
  const { rows: [row] } = await record.sql.query<{ expire: string }>('select expire from tries where key = $1', [`password:${one.cardId}`])
  expect(Math.abs(Number(row?.expire) - ends)).toBeLessThan(minute)
  await record.sql.query(`update tries set expire = $1 where key = $2`, [Date.now() + 5000, `password:${one.cardId}`])
  expect(words(await attempt(one, password, newCaller()))).toBe('locked')
  await ended()
  expect((await attempt(one, password, newCaller())).state).toBe('status')
})

test('a caller is locked over all cards, and a right one does not forgive those of other cards', async () => {
  const one = await withPassword(record)
  const caller = newCaller()
  for (let time = 1; time < limit; time += 1) expect(words(await attempt(await withPassword(record), wrong, caller))).toBe(notRight)
  expect((await attempt(one, password, caller)).state).toBe('status')
  expect(words(await attempt(await withPassword(record), wrong, caller))).toBe('locked')
  expect(words(await attempt(one, password, `+86${caller}`))).toBe('locked')
  expect((await attempt(one, password, newCaller())).state).toBe('status')
})

test('a right password forgets the wrong ones of its card', async () => {
  const one = await withPassword(record)
  for (let time = 1; time < limit; time += 1) await attempt(one, wrong, newCaller())
  expect((await attempt(one, password, newCaller())).state).toBe('status')
  expect(words(await attempt(one, wrong, newCaller()))).toBe(notRight)
})

test('of no card, of a card without a password, and of a card elsewhere is said and counted the same', async () => {
  const without = await withPassword(record)
  await record.sql.query('delete from service_password where card_key = $1', [without.cardId])
  const elsewhere = await withPassword(record, { city: 'shanghai' })
  const right = await withPassword(record)
  const heard = new Set<string>()
  for (const one of [unknown, without, elsewhere, right]) {
    const said: string[] = []
    for (let time = 1; time <= limit + 1; time += 1) {
      const answer = await attempt(one, one === right ? wrong : password, newCaller())
      said.push(words(answer) === 'locked' ? 'locked' : JSON.stringify(answer))
    }
    heard.add(JSON.stringify(said))
  }
  expect(heard.size).toBe(1)
})

test('of many at once, no more are looked at than may be wrong', async () => {
  const one = await withPassword(record)
  const phones = await atOnce(limit + 4, () => dial(line, newCaller()))
  for (const phone of phones) await phone.type('1', '3', `${one.card_number}#`)
  const said = (await Promise.all(phones.map((phone) => phone.type(wrong)))).map(words)
  expect(said.filter((one_) => one_ === notRight)).toHaveLength(limit - 1)
  expect(said.filter((one_) => one_ === 'locked')).toHaveLength(5)
})

test('whoever withholds the number is counted by the call alone', async () => {
  const [one, other] = [await withPassword(record), await withPassword(record)]
  const phone = await dial(line, '')
  for (let time = 1; time < limit; time += 1) {
    const card = await withPassword(record)
    await phone.type(...(time === 1 ? ['1', '3'] : ['*']), `${card.card_number}#`, wrong)
  }
  expect(words(await phone.type('*', `${one.card_number}#`, wrong))).toBe('locked')
  expect(words(await phone.type('*', '3', `${other.card_number}#`, password))).toBe('locked')
  expect((await (await dial(line, '')).type(...toErrand(3, other))).state).toBe('status')
})

test('a new password, set at a counter, lifts the lock of its card', async () => {
  const one = await withPassword(record)
  for (let time = 1; time <= limit; time += 1) await attempt(one, wrong, newCaller())
  const { counter } = doors.partners
  await ok(callAs(counter, 'channel/setServicePassword', { ...acted(counter, one), password: '739164' }))
  expect((await attempt(one, '739164', newCaller())).state).toBe('status')
})

test('what is no password counts nothing, and three wrong ones in a row end a call', async () => {
  const one = await withPassword(record)
  const phone = await dial(line, newCaller())
  const heard = await phone.type('1', '3', `${one.card_number}#`, '12345#', wrong, '#')
  expect([heard.state, heard.say]).toEqual(['done', ['服务密码是6位数字。', '人工服务请按0，否则通话将结束。']])
  const { rows } = await record.sql.query('select points from tries where key = $1', [`password:${one.cardId}`])
  expect(rows).toEqual([{ points: 1 }])
  expect((await phone.type('')).state).toBe('ended')
})
