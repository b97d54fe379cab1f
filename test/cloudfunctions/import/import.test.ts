import { Readable } from 'node:stream'
import { openRecord, type TestRecord } from '../../support/record'
import { cardFile, idNumber, row } from '../../support/record/card-file'
import { call, citizen, ok } from '../../support/record/citizen'
import { importFile } from '../../support/record/import-file'

// many requests, on a machine that may be busy
jest.setTimeout(60_000)

let record: TestRecord
beforeAll(async () => { record = await openRecord() })
afterAll(() => record.close())

const load = (file: Parameters<typeof importFile>[1], skipBad = false) => importFile(record, file, skipBad)

const countCards = async () => (await record.sql.query<{ count: number }>('select count(*)::integer as count from card')).rows[0]?.count

/** Signs in as the person with an ID number; null when the record knows none. */
const cardsOf = async (id: string) => {
  const { accounts } = record.services.repository
  if (!(await accounts.bindUnchecked('wechat', `test-${id}`, id))) return null
  const { accountKey, epoch } = await accounts.byPlatformId('wechat', `test-${id}`)
  const { token } = await record.services.tokens.issue({ accountKey, epoch, channel: 'wechat', played: false })
  const { cards } = await ok(call('card/list', {}, token))
  return { token, cards }
}

describe('a row is bad', () => {
  const child = idNumber('20200202', 7)
  test.each([
    ['cardNumber', { card_number: '12345' }],
    ['idNumberShape', { id_number: '12345' }],
    ['idNumberDate', { id_number: idNumber('19800231') }],
    ['idNumberDate', { id_number: idNumber('29000101') }],
    ['idNumberCheckDigit', { id_number: `${idNumber('19800101').slice(0, 17)}${idNumber('19800101').endsWith('1') ? '2' : '1'}` }],
    ['name', { name: '' }],
    ['phone', { phone: '12345' }],
    ['city', { city: 'atlantis' }],
    ['issuingBank', { issuing_bank: 'nobank' }],
    ['issuingBank', { issuing_bank: '' }],
    ['issuingBank', { issuing_bank: 'toString' }],
    ['issuedOn', { issued_on: '2020-02-31' }],
    ['issuedOn', { issued_on: '01/02/2020' }],
    ['issuedInFuture', { issued_on: '2999-01-01' }],
    ['state', { state: 'fine' }],
    ['stateTemporarilyLost', { state: 'temporarilyLost' }],
    ['guardianMissing', { id_number: child }],
    ['guardianIdNumber', { id_number: child, guardian_id_number: '12345' }],
    ['guardianNotAdult', { id_number: child, guardian_id_number: idNumber('20150101', 8) }],
    ['guardianUnknown', { id_number: child, guardian_id_number: idNumber('19600606', 9) }],
  ] as const)('%s: %o', async (reason, wrong) => {
    const before = await countCards()
    expect(await load(cardFile(row(), row(wrong)))).toEqual({ loaded: false, added: 0, known: 0, bad: 1, lines: [`3 ${reason}`], differences: [] })
    expect(await countCards()).toBe(before)
  })

  test('when its card number came before in the file', async () => {
    const first = row()
    expect((await load(cardFile(first, row(), row({ card_number: first.card_number })))).lines).toEqual(['4 duplicateCard'])
  })

  test('when it has not as many columns as the header', async () => {
    expect((await load(`${cardFile(row())}a,b,c\n`)).lines).toEqual(['3 columnCount'])
  })

  test('today is not the future, tomorrow is', async () => {
    const { rows } = await record.sql.query<{ today: string; tomorrow: string }>(
      `select to_char(now() at time zone '+08:00'::interval, 'YYYY-MM-DD') as today, to_char((now() at time zone '+08:00'::interval) + interval '1 day', 'YYYY-MM-DD') as tomorrow`)
    const { lines } = await load(cardFile(row({ issued_on: rows[0]?.today ?? '' }), row({ issued_on: rows[0]?.tomorrow ?? '' })))
    expect(lines).toEqual(['3 issuedInFuture'])
  })
})

describe('a file', () => {
  test('with a bad row loads its good ones only when told to skip', async () => {
    const [good, bad] = [row(), row({ phone: '1' })]
    const before = (await countCards()) ?? 0
    expect(await load(cardFile(good, bad), true)).toMatchObject({ loaded: true, added: 1, bad: 1, lines: ['3 phone'] })
    expect(await countCards()).toBe(before + 1)
    expect(await cardsOf(bad.id_number)).toBeNull()
  })

  test('may have a BOM, blanks, quotes, lower-case x and no column of guardians', async () => {
    const one = row({ id_number: '000000198003030019', name: '"示例, 公民"' })
    const lines = cardFile(one).trim().split('\n').map((line) => line.replace(/,[^,]*$/, ''))
    expect(await load(`\uFEFF${lines.join('\r\n')}\r\n\r\n`)).toMatchObject({ loaded: false, lines: ['2 idNumberCheckDigit'] })
    const good = { ...one, id_number: idNumber('19800303', 4).toLowerCase() }
    expect(await load(`\uFEFF${cardFile(good)}`)).toMatchObject({ added: 1, bad: 0 })
    expect((await cardsOf(good.id_number.toUpperCase()))?.cards[0]?.holder.maskedName).toBe('示*****')
  })

  test.each([
    ['is not UTF-8', Buffer.from(cardFile(row())).map((byte) => (byte === 0xe7 ? 0xff : byte)), 'The file is not UTF-8'],
    ['ends within a character', Buffer.from(cardFile(row())).subarray(0, Buffer.from(cardFile(row())).indexOf('示') + 1), 'The file is not UTF-8'],
    ['lacks a column', cardFile(row()).replace('phone', 'telephone'), 'The header lacks phone'],
    ['has a column nobody knows', cardFile(row()).replace('guardian_id_number', 'note'), 'The header has 1 column'],
    ['names a column twice', cardFile(row()).replace('guardian_id_number', 'name'), 'twice'],
    ['has an open quote', `${cardFile(row())}"abc`, 'not well-formed CSV'],
    ['is empty', '', 'The file is empty'],
  ])('that %s is refused as a whole', async (_what, file, message) => {
    await expect(load(file)).rejects.toThrow(message)
  })

  test('whose reading breaks off loads nothing', async () => {
    const before = await countCards()
    const breaking = Readable.from((function* () {
      yield Buffer.from(cardFile(...Array.from({ length: 1500 }, () => row())))
      throw new Error('the disk is gone')
    })())
    await expect(load(breaking)).rejects.toThrow('the disk is gone')
    expect(await countCards()).toBe(before)
  })
})

describe('an imported card', () => {
  test.each([
    ['inUse', 'inUse/inUse'], ['notActivated', 'notActivated/notActivated'], ['cancelled', 'cancelled/cancelled'],
    ['locked', 'locked/inUse'], ['formallyLost', 'formallyLost/inUse'], ['beingReissued', 'beingReissued/inUse'],
  ])('that is %s reads %s, and its history opens with the import', async (state, shown) => {
    const one = row({ state })
    await load(cardFile(one))
    const found = await cardsOf(one.id_number)
    const [card] = found?.cards ?? []
    expect(`${card?.socialSecurity.state}/${card?.financial.state}`).toBe(shown)
    const { events } = await ok(call('card/history', { cardId: card?.cardId ?? '' }, found?.token))
    expect(events.map(({ what, channel, by }) => `${what} ${channel} ${by}`)).toEqual(['cardImported system system'])
    expect(await record.services.repository.cards.verifyHistory(card?.cardId ?? '')).toBeNull()
  })

  test('with a loss in the file is released at the agency only', async () => {
    const one = row({ state: 'formallyLost' })
    await load(cardFile(one))
    const [card] = (await cardsOf(one.id_number))?.cards ?? []
    expect(card?.actions.find(({ action }) => action === 'releaseLoss')).toEqual(
      { action: 'releaseLoss', allowed: false, reason: 'releasedElsewhere', where: ['counter', 'terminal'] })
  })

  test.each([['chengdu', 'bocom'], ['beijing', 'bocd'], ['national', 'cdrcb']])('of %s may be of %s: it moved here from where that bank issues', async (city, bank) => {
    const one = row({ city, issuing_bank: bank })
    expect(await load(cardFile(one))).toMatchObject({ loaded: true, added: 1, bad: 0 })
    expect((await cardsOf(one.id_number))?.cards).toMatchObject([{ city, issuingBank: bank }])
  })

  test('of a child is seen by the guardian, who may stand further down in the file', async () => {
    const guardian = row()
    const child = row({ id_number: idNumber('20200303', 3), guardian_id_number: guardian.id_number })
    await load(cardFile(child, guardian))
    expect((await cardsOf(guardian.id_number))?.cards.map(({ holder }) => holder.relation)).toEqual(['cardholder', 'guardian'])
  })

  test('of a guardian whose own row is bad takes the child\'s row with it', async () => {
    const grandparent = row({ phone: '1' })
    const guardian = row({ guardian_id_number: grandparent.id_number })
    const child = row({ id_number: idNumber('20200404', 4), guardian_id_number: guardian.id_number })
    const { lines } = await load(cardFile(row(), child, guardian, grandparent), true)
    expect(lines).toEqual(['5 phone', '4 guardianUnknown', '3 guardianUnknown'])
  })

  test('may be a person\'s second one; a name that differs from the first is told, and the first is kept', async () => {
    const first = row()
    await load(cardFile(first, row({ id_number: first.id_number })))
    expect(await load(cardFile(row({ id_number: first.id_number, name: '示例别名' })))).toMatchObject({ added: 1, differences: ['2 name'] })
    expect((await cardsOf(first.id_number))?.cards.map(({ holder }) => holder.maskedName)).toEqual(['示***', '示***', '示***'])
  })

  test('of one new person with two phones in one file is told too', async () => {
    const first = row()
    expect(await load(cardFile(first, row({ id_number: first.id_number, phone: '10000000009' })))).toMatchObject({ added: 2, differences: ['3 phone'] })
  })
})

describe('a guardian\'s children', () => {
  const children = (guardian: string, from: number, count: number) => Array.from({ length: count }, (_, index) =>
    row({ id_number: idNumber('20200505', from + index), guardian_id_number: guardian }))
  const wardsOf = async (guardian: string) =>
    (await cardsOf(guardian))?.cards.filter(({ holder }) => holder.relation === 'guardian').length

  test('are eight at most in one file: the ninth is bad, whatever cards the eight have', async () => {
    const guardian = row()
    const nine = children(guardian.id_number, 100, 9)
    const second = row({ id_number: nine[0]?.id_number ?? '', guardian_id_number: guardian.id_number })
    expect(await load(cardFile(guardian, ...nine, second))).toMatchObject({ loaded: false, lines: ['11 tooManyWards'] })
    expect(await load(cardFile(guardian, ...nine.slice(0, 8), second))).toMatchObject({ loaded: true, added: 10, lines: [] })
    expect(await wardsOf(guardian.id_number)).toBe(9)
  })

  test('are counted with those in the record; a known one again is none more', async () => {
    const guardian = row()
    const [first, ...others] = children(guardian.id_number, 200, 9)
    await load(cardFile(guardian, ...others.slice(0, 7)))
    const again = row({ id_number: others[0]?.id_number ?? '', guardian_id_number: guardian.id_number })
    const both = cardFile(again, first ?? row(), others[7] ?? row())
    expect(await load(both)).toMatchObject({ loaded: false, lines: ['4 tooManyWards'] })
    expect(await load(both, true)).toMatchObject({ loaded: true, added: 2, bad: 1, lines: ['4 tooManyWards'] })
  })

  test('take every row of a ninth child out, and only of this guardian', async () => {
    const [guardian, other] = [row(), row()]
    const nine = children(guardian.id_number, 300, 9)
    const second = row({ id_number: nine[8]?.id_number ?? '', guardian_id_number: guardian.id_number })
    const { lines } = await load(cardFile(guardian, other, ...nine, ...children(other.id_number, 320, 8), second))
    expect(lines).toEqual(['12 tooManyWards', '21 tooManyWards'])
  })

  test('count no more once they are of age, in the file and in the record', async () => {
    const guardian = row()
    const grown = Array.from({ length: 9 }, (_, index) => row({ id_number: idNumber('20050505', 400 + index), guardian_id_number: guardian.id_number }))
    expect(await load(cardFile(guardian, ...grown))).toMatchObject({ loaded: true, bad: 0 })
    expect(await load(cardFile(...children(guardian.id_number, 500, 8)))).toMatchObject({ loaded: true, bad: 0 })
    expect(await load(cardFile(...children(guardian.id_number, 520, 1)))).toMatchObject({ lines: ['2 tooManyWards'] })
  })
})

describe('a card the record knows', () => {
  test('keeps its state and history whatever the file says, and each difference is named by its column', async () => {
    const person = await citizen('in-use', 'wechat')
    await ok(person.report())
    const known = { card_number: '510100000000000101', id_number: '00000019850312001X', name: '示例改名', phone: '10000000099', city: 'beijing', issued_on: '2021-03-16' }
    const told = await load(cardFile(row({ ...known, state: 'cancelled', issuing_bank: 'ccb' })))
    expect(told).toMatchObject({ added: 0, known: 1, differences: ['2 city issuing_bank issued_on state name phone'] })
    expect(await person.state()).toBe('formallyLost')
    const { events } = await ok(call('card/history', { cardId: person.cardId }, person.token))
    expect(events.map(({ what }) => what)).toEqual(['lossReported', 'cardImported'])
  })

  test('stays its holder\'s: another\'s ID number beside it is a difference', async () => {
    const stranger = row({ card_number: '510100000000000202' })
    const told = await load(cardFile(stranger))
    expect(told.differences[0]).toContain('id_number')
    expect(await cardsOf(stranger.id_number)).toBeNull()
  })

  test('differs in nothing when the same file comes again', async () => {
    const file = cardFile(row({ state: 'locked' }), row({ state: 'beingReissued' }))
    await load(file)
    expect(await load(file)).toEqual({ loaded: true, added: 0, known: 2, bad: 0, lines: [], differences: [] })
  })
})

test('two imports of one file at once load it once', async () => {
  const file = cardFile(...Array.from({ length: 50 }, () => row()))
  const before = (await countCards()) ?? 0
  const told = await Promise.all([load(file), load(file)])
  expect(told.map(({ added }) => added).sort()).toEqual([0, 50])
  expect(await countCards()).toBe(before + 50)
})
