import { randomBytes } from 'node:crypto'
import { openPerson } from '../../../cloudfunctions/repository/person'
import { keysFrom } from '../../../cloudfunctions/runtime/keys'
import { after, before, during, fileRow, importRows, newHash, oldData, openStaleRecord, type StaleRecord } from './stale-record'

const people = 20
jest.setTimeout(60_000)

let record: StaleRecord
beforeEach(async () => { record = await openStaleRecord(people) })
afterEach(() => record.close())

const columnOf = async (text: string): Promise<string[]> => (await record.sql.query<{ it: string }>(text)).rows.map(({ it }) => it)

/** Everything that a rotation leaves alone, as one text. */
const untouched = async (): Promise<string> => {
  const texts = [
    `select string_agg(to_jsonb(t)::text, '' order by card_key) as it from (select card_key, holder_key, version, head, changed_at from card) t`,
    `select string_agg(to_jsonb(t)::text, '' order by card_key, seq) as it from card_event t`,
    `select string_agg(card_key, '' order by card_key) as it from card_directory`,
    `select string_agg(person_key, '' order by person_key) as it from person_directory`,
    `select string_agg(person_key, '' order by person_key) as it from person`,
    `select (to_jsonb(t) - array['platform_hash', 'hash_key_id', 'sealed_platform_id'])::text as it from account t`,
  ]
  const said: string[] = []
  for (const text of texts) said.push(...(await columnOf(text)))
  return said.join('\n')
}

const cardFoundBy = async (keys: typeof after, number: string): Promise<string | undefined> => {
  const { hash, keyId } = keys.hash('cardNumber', number)
  const { rows } = await record.sql.query<{ sealed_number: string; card_key: string }>(
    'select c.card_key, sealed_number from card_directory d join card c on c.card_key = d.card_key where number_hash = $1 and hash_key_id = $2', [hash, keyId])
  return rows[0] && keys.open(rows[0].sealed_number, rows[0].card_key)
}

test('puts every value under the current keys, and moves no row', async () => {
  const was = await untouched()
  const { changed, left, removable, lines } = await record.rotate()
  expect({ changed, left, removable }).toEqual({ changed: 4 * people + 11, left: [], removable: { data: ['d1'], hash: ['h1'] } })
  expect(lines).toEqual([
    `person.sealed_person ${people} 0`, `card.sealed_number ${people} 0`, 'account.sealed_platform_id 1 0', 'verification.sealed_claim 1 0',
    'proxy_grant.sealed_proxy 1 0', 'attestation.sealed_applicant 2 0', 'order_private.sealed_address 1 0', 'order_private.sealed_new_number 1 0', 'photo.sealed_photo 1 0', 'platform_token.sealed_token 1 0', 'voice_call.sealed_state 1 0', `person_directory.id_hash ${people} 0`, `card_directory.number_hash ${people} 0`,
    'account.platform_hash 1 0',
  ])
  expect(await untouched()).toBe(was)
})

test('takes more rows than a batch holds', async () => {
  await record.close()
  record = await openStaleRecord(520)
  expect(await record.rotate()).toMatchObject({ changed: 4 * 520 + 11, left: [] })
})

test('afterwards the old keys can go: everything is still found and opened', async () => {
  await record.rotate()
  expect(await cardFoundBy(after, fileRow(17).cardNumber)).toBe(fileRow(17).cardNumber)
  const { rows } = await record.sql.query<{ person_key: string; sealed_person: string }>('select person_key, sealed_person from person')
  expect(new Set(rows.map(({ person_key: key, sealed_person: sealed }) => openPerson(after, key, sealed).idNumber)).size).toBe(people)
  const [account] = (await record.sql.query('select * from account')).rows
  expect([after.open(account.sealed_platform_id, 'a1'), after.hash('platform', 'wechat\nopenid-1').hash]).toEqual(['openid-1', account.platform_hash])
  expect(after.open((await columnOf('select sealed_claim as it from verification'))[0] ?? '', 'a1.v1')).toBe('claim')
  expect(after.open((await columnOf('select sealed_proxy as it from proxy_grant'))[0] ?? '', 'g1')).toBe('proxy')
  const applicants = await columnOf('select sealed_applicant as it from attestation order by seq')
  expect(applicants.map((sealed, index) => after.open(sealed, ['c1.2', 'c1.10'][index] ?? ''))).toEqual(['applicant 2', 'applicant 10'])
  expect(after.open((await columnOf('select sealed_address as it from order_private'))[0] ?? '', 'c1.o1')).toBe('address')
  expect(after.open((await columnOf('select sealed_new_number as it from order_private'))[0] ?? '', 'c1.o1')).toBe('new number')
  expect(after.open((await columnOf('select sealed_photo as it from photo'))[0] ?? '', 'c1.f1')).toBe('photo')
  expect(after.open((await columnOf('select sealed_token as it from platform_token'))[0] ?? '', 'platform-token:wechat')).toBe('token')
})

test('an old key removed before is asked for by name, and nothing is changed', async () => {
  await expect(record.rotate(keysFrom({ dataKeys: [{ id: 'd2', bytes: new Uint8Array(randomBytes(16)) }], hashKeys: [newHash] })))
    .rejects.toThrow(`Sealed under a data key that is not configured: ${people} in person.sealed_person under d1, ${people} in card.sealed_number under d1`)
  expect(await columnOf(`select distinct split_part(sealed_number, '.', 1) as it from card`)).toEqual(['d1'])
})

test('a hash key removed before is no loss: the hashes are made anew from what is sealed', async () => {
  const { left } = await record.rotate(keysFrom({ dataKeys: [oldData], hashKeys: [newHash] }))
  const keys = keysFrom({ dataKeys: [oldData], hashKeys: [newHash] })
  expect([left, await cardFoundBy(keys, fileRow(5).cardNumber)]).toEqual([[], fileRow(5).cardNumber])
})

test('again, or twice at once, finds what is done', async () => {
  const both = await Promise.all([record.rotate(), record.rotate()])
  expect([both[0].changed + both[1].changed, both.map(({ left }) => left)]).toEqual([4 * people + 11, [[], []]])
  expect(await record.rotate()).toMatchObject({ changed: 0, lines: [], left: [] })
  expect(await cardFoundBy(after, fileRow(1).cardNumber)).toBe(fileRow(1).cardNumber)
})

test('a value copied to another row opens neither before nor after, and keeps no other from its new key', async () => {
  const [from, to] = await columnOf('select card_key as it from card order by card_key limit 2')
  await record.sql.query('update card set sealed_number = (select sealed_number from card where card_key = $1) where card_key = $2', [from, to])
  const [copied] = await columnOf(`select sealed_number as it from card where card_key = '${to}'`)
  expect(() => before.open(copied ?? '', to ?? '')).toThrow()
  const { left, removable, lines } = await record.rotate()
  expect([left, removable.data, lines[1]]).toEqual([['1 in card.sealed_number under d1', '1 in card_directory.number_hash under h1'], [], `card.sealed_number ${people - 1} 1`])
  expect(await columnOf(`select sealed_number as it from card where card_key = '${to}'`)).toEqual([copied])
})

test('what someone holds for long is left, and told', async () => {
  await record.sql.query('begin')
  await record.sql.query('select from person where person_key = (select min(person_key) from person) for update')
  expect(await record.rotate()).toMatchObject({ left: ['1 in person.sealed_person under d1'], removable: { data: [], hash: ['h1'] } })
  await record.sql.query('commit')
  expect(await record.rotate()).toMatchObject({ changed: 1, left: [], removable: { data: ['d1'], hash: ['h1'] } })
})

test('an account known under both hash keys keeps both rows, and the old key is still needed', async () => {
  const { hash, keyId } = during.hash('platform', 'wechat\nopenid-1')
  await record.sql.query(`insert into account (account_key, channel, platform_hash, hash_key_id, sealed_platform_id) values ('a2', 'wechat', $1, $2, $3)`,
    [hash, keyId, during.seal('openid-1', 'a2')])
  expect(await record.rotate()).toMatchObject({ left: ['1 in account.platform_hash under h1'], removable: { data: ['d1'], hash: [] } })
})

describe('an import', () => {
  test('is refused while someone stands under another hash key, so that nobody comes in twice', async () => {
    const count = () => columnOf('select count(*)::text as it from card')
    await expect(importRows(record.connectionString, during, [fileRow(1)])).rejects.toThrow('run `npm run keys:rotate` first')
    expect(await count()).toEqual([String(people)])
    await record.rotate()
    expect(await importRows(record.connectionString, during, [fileRow(1), fileRow(people + 1)])).toEqual({ added: 1, known: 1 })
    expect(await count()).toEqual([String(people + 1)])
  })
})
