import { createHash, createHmac, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Reply } from '@/contract'
import { day } from '@/domain/time'
import { openServices, type Services } from '../../../cloudfunctions/runtime/services'
import { signatureOf } from '../../../cloudfunctions/runtime/signature'
import { openRecord, type TestRecord } from '../../support/record'
import { atOnce } from '../../support/record/at-once'
import { partner, signed, type Headers, type SigningPartner } from '../../support/record/partner'
import { channelFunction, isHttp } from '../runtime/functions'

jest.setTimeout(60_000)

let record: TestRecord
let second: Services
let tianfu: SigningPartner
beforeAll(async () => {
  record = await openRecord()
  // another process of the same deployment
  second = openServices(record.services.config)
  tianfu = await partner(record, { channel: 'tianfu' })
})
afterAll(async () => {
  await second.repository.close()
  await record.close()
})

const name = 'channel/cardStatus'
const request = { find: { cardNumber: '990100000000000001' }, staff: { id: 'online' } }
const text = JSON.stringify(request)

interface Sent {
  readonly headers: Headers
  readonly body?: string | undefined
  readonly path?: string
  readonly method?: string
  readonly services?: Services
}

const answered: string[] = []
/** What a function that finds no card answers to a request of these headers: `ok`, or the code it is refused with. */
const reply = async ({ headers, body = text, path = `/${name}`, method = 'POST', services = record.services }: Sent, hasBody = true) => {
  const main = channelFunction(async (_request, { caller }) => { answered.push(caller.partnerId); return { cards: [] } }, () => services)
  const httpContext = { url: path, httpMethod: method, headers: { 'content-type': 'application/json', ...headers }, ...(hasBody && { rawBody: body }) }
  const answer = await main(JSON.parse(text), { httpContext })
  if (!isHttp(answer)) throw new Error('expected an answer over HTTP')
  return { status: answer.statusCode, ...(JSON.parse(answer.body) as Reply<unknown>) }
}
const word = async (...sent: Parameters<typeof reply>) => {
  const answer = await reply(...sent)
  return answer.ok ? 'ok' : answer.error.code
}

const sign = (over: Parameters<typeof signed>[3] = {}, who = tianfu) => signed(who, name, text, over)
const secondsFromNow = (seconds: number) => String(Math.floor(Date.now() / 1000) + seconds)

const without = (header: string): Headers => Object.fromEntries(Object.entries(sign()).filter(([key]) => key !== header))

test('a signed request is answered, whoever computes its signature by what the documents say', async () => {
  expect(await word({ headers: sign() })).toBe('ok')
  expect(answered.at(-1)).toBe(tianfu.partnerId)
  const [timestamp, nonce] = [secondsFromNow(0), randomUUID()]
  const lines = `POST\n/channel/cardStatus\n${timestamp}\n${nonce}\n${createHash('sm3').update(Buffer.from(text)).digest('hex')}`
  const signature = createHmac('sm3', tianfu.secret).update(lines).digest('hex')
  const headers = { 'x-channel-id': tianfu.partnerId, 'x-timestamp': timestamp, 'x-nonce': nonce, 'x-signature': signature }
  expect(await word({ headers, path: '/channel/cardStatus?unsigned=1' })).toBe('ok')
})

test('the example of the documents is signed as it says there', async () => {
  const text = await readFile('docs/channels.md', 'utf8')
  const said = (what: string) => text.split('\n').find((line) => line.startsWith(`${what}  `))?.slice(what.length).trim() ?? ''
  const [body, hash, signature] = [said('body'), said('SM3 of body (vector)'), said('signature (vector)')]
  const what = { method: said('method'), path: said('path'), timestamp: said('timestamp'), nonce: said('nonce') }
  expect(createHash('sm3').update(body).digest('hex')).toBe(hash)
  expect(signatureOf({ secret: 'demo-tianfu-secret', ...what, body })).toBe(signature)
})

test.each([
  ['no id', () => without('x-channel-id')],
  ['no timestamp', () => without('x-timestamp')],
  ['no nonce', () => without('x-nonce')],
  ['no signature', () => without('x-signature')],
  ['nothing', () => ({})],
  ['an id of nobody', () => sign({}, { ...tianfu, partnerId: 'nobody' })],
  ['an id with a space', () => sign({}, { ...tianfu, partnerId: `${tianfu.partnerId} ` })],
  ['an id too long', () => sign({}, { ...tianfu, partnerId: 'p'.repeat(65) })],
  ['the id of a counter\'s page', () => sign({}, { ...tianfu, partnerId: 'counter' })],
  ['a timestamp in words', () => sign({ timestamp: new Date().toISOString() })],
  ['a timestamp with a fraction', () => sign({ timestamp: `${secondsFromNow(0)}.0` })],
  ['a negative timestamp', () => sign({ timestamp: '-5' })],
  ['a nonce too short', () => sign({ nonce: 'a'.repeat(15) })],
  ['a nonce too long', () => sign({ nonce: 'a'.repeat(65) })],
  ['a nonce with a dot', () => sign({ nonce: `${'a'.repeat(16)}.` })],
  ['a signature in capitals', () => { const headers = sign(); return { ...headers, 'x-signature': headers['x-signature']?.toUpperCase() ?? '' } }],
  ['a signature cut short', () => { const headers = sign(); return { ...headers, 'x-signature': headers['x-signature']?.slice(0, 62) ?? '' } }],
  ['an empty signature', () => ({ ...sign(), 'x-signature': '' })],
  ['another secret', () => sign({ secret: 'another' })],
  ['the empty secret', () => sign({ secret: '' })],
  ['another method', () => sign({ method: 'PUT' })],
  ['another path', () => sign({ path: '/channel/history' })],
  ['a path with its query', () => sign({ path: `/${name}?a=1` })],
  ['another time', () => ({ ...sign(), 'x-timestamp': secondsFromNow(-5) })],
  ['another nonce', () => ({ ...sign(), 'x-nonce': randomUUID() })],
  ['another body', () => sign({ body: `${text} ` })],
  ['another partner\'s id', async () => sign({}, { ...tianfu, partnerId: (await partner(record, { channel: 'tianfu' })).partnerId })],
])('%s is refused, and always alike', async (_what, headers: () => Headers | Promise<Headers>) => {
  const before = answered.length
  expect(await reply({ headers: await headers() })).toEqual({
    status: 401, ok: false, error: { code: 'signatureRefused', message: expect.any(String), details: { zh: expect.stringMatching(/\p{Script=Han}/u) } },
  })
  expect(answered.length).toBe(before)
})

test('a body altered by one byte is refused, and one that the host did not keep', async () => {
  for (let at = 0; at < text.length; at += 1) {
    const altered = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1)
    expect(await word({ headers: sign(), body: altered })).toBe('signatureRefused')
  }
  expect(await word({ headers: sign() }, false)).toBe('signatureRefused')
})

test('an event, which carries no headers, is nobody\'s', async () => {
  const main = channelFunction(async () => ({ cards: [] }), () => record.services)
  expect(await main({ operation: 'cardStatus', ...request }, {})).toMatchObject({ ok: false, error: { code: 'signatureRefused' } })
})

test.each([[-298, 'ok'], [-301, 'timestampRefused'], [300, 'ok'], [303, 'timestampRefused'], [-86_400, 'timestampRefused']])('a timestamp %d s from now: %s', async (seconds, expected) => {
  const answer = await reply({ headers: sign({ timestamp: secondsFromNow(seconds) }) })
  expect(answer.ok ? 'ok' : answer.error.code).toBe(expected)
  if (!answer.ok) expect(Math.abs(Date.parse(answer.error.details?.now ?? '') - Date.now())).toBeLessThan(10_000)
})

test('a stranger is not told what our clock says', async () => {
  expect(await word({ headers: sign({ secret: 'another', timestamp: secondsFromNow(-86_400) }) })).toBe('signatureRefused')
})

test('a nonce counts once, at every process, and for each partner alone', async () => {
  const nonce = randomUUID()
  const headers = sign({ nonce })
  expect(await word({ headers })).toBe('ok')
  expect(await word({ headers })).toBe('nonceUsed')
  expect(await word({ headers, services: second })).toBe('nonceUsed')
  expect(await word({ headers: sign({ nonce, timestamp: secondsFromNow(-5) }), services: second })).toBe('nonceUsed')
  expect(await word({ headers: sign({ nonce }, await partner(record, { channel: 'tianfu' })) })).toBe('ok')
})

test('a nonce that a stranger named is still good', async () => {
  const nonce = randomUUID()
  expect(await word({ headers: sign({ nonce, secret: 'another' }) })).toBe('signatureRefused')
  expect(await word({ headers: sign({ nonce }) })).toBe('ok')
})

test('the same request 64 times at once at two processes counts once', async () => {
  const headers = sign()
  const words = await atOnce(64, (index) => word({ headers, services: index % 2 ? second : record.services }))
  expect([words.filter((one) => one === 'ok').length, words.filter((one) => one === 'nonceUsed').length]).toEqual([1, 63])
})

describe('after a rotation', () => {
  const { now } = { now: 'floor(extract(epoch from clock_timestamp()) * 1000)::bigint' }
  const endOld = (who: SigningPartner, ms: number) =>
    record.sql.query(`update partner_secret set until_at = ${now} + $2::bigint where partner_id = $1 and until_at is not null`, [who.partnerId, ms])

  test('the new secret is good at once, the former one until its time', async () => {
    const who = await partner(record, { channel: 'tianfu' })
    const { partners } = record.services.repository
    const secret = (await partners.rotate(who.partnerId, 7 * day)) ?? ''
    expect(await partners.secretOf(who.partnerId)).toBe(secret)
    const old = () => word({ headers: sign({}, who), services: second })
    expect([await word({ headers: sign({}, { ...who, secret }), services: second }), await old()]).toEqual(['ok', 'ok'])
    await endOld(who, 5_000)
    expect(await old()).toBe('ok')
    await endOld(who, 0)
    expect(await old()).toBe('signatureRefused')
    await endOld(who, -1_000)
    expect(await old()).toBe('signatureRefused')
    expect(await word({ headers: sign({}, { ...who, secret }) })).toBe('ok')
  })

  test('another rotation does not lengthen the time of the first', async () => {
    const who = await partner(record, { channel: 'tianfu' })
    const { partners } = record.services.repository
    const between = await partners.rotate(who.partnerId, 0)
    const newest = await partners.rotate(who.partnerId, 7 * day)
    const words = [who.secret, between ?? '', newest ?? ''].map((secret) => word({ headers: sign({}, { ...who, secret }) }))
    expect(await Promise.all(words)).toEqual(['signatureRefused', 'ok', 'ok'])
  })

  test('two rotations at once leave one newest secret', async () => {
    const who = await partner(record, { channel: 'tianfu' })
    await atOnce(8, () => record.services.repository.partners.rotate(who.partnerId, 7 * day))
    const { rows } = await record.sql.query('select from partner_secret where partner_id = $1 and until_at is null', [who.partnerId])
    expect(rows.length).toBe(1)
  })

  test('nobody that is not there is given a secret', async () => {
    expect(await record.services.repository.partners.rotate('nobody', day)).toBeNull()
  })
})

test('whoever is disabled is refused like a stranger, until enabled', async () => {
  const who = await partner(record, { channel: 'tianfu' })
  const { partners } = record.services.repository
  expect(await partners.disable(who.partnerId)).toBe(true)
  expect([await word({ headers: sign({}, who) }), await word({ headers: sign({}, who), services: second })]).toEqual(['signatureRefused', 'signatureRefused'])
  expect(await partners.secretOf(who.partnerId)).toBeNull()
  expect(await partners.enable(who.partnerId)).toBe(true)
  expect(await word({ headers: sign({}, who) })).toBe('ok')
})

test('what a partner was not given leave for is not permitted', async () => {
  const who = await partner(record, { channel: 'tianfu', operations: ['history', 'cardStatuses'] })
  expect(await reply({ headers: sign({}, who) })).toMatchObject({ status: 403, ok: false, error: { code: 'notPermitted' } })
})

test('a partner asks so many times a minute at all processes together, and others as before', async () => {
  const who = await partner(record, { channel: 'tianfu', perMinute: 6 })
  const words = await atOnce(10, (index) => word({ headers: sign({}, who), services: index % 2 ? second : record.services }))
  expect(words.filter((one) => one === 'ok').length).toBe(6)
  const answer = await reply({ headers: sign({}, who) })
  expect(answer).toMatchObject({ status: 429, ok: false, error: { code: 'tooManyRequests', details: { retryAfterSeconds: expect.any(Number) } } })
  expect(await word({ headers: sign() })).toBe('ok')
})

test('a secret is kept sealed, for its own partner alone', async () => {
  const { rows: [row] } = await record.sql.query<{ sealed_secret: string }>('select sealed_secret from partner_secret where partner_id = $1', [tianfu.partnerId])
  expect(row?.sealed_secret).not.toContain(tianfu.secret)
  const other = await partner(record, { channel: 'tianfu' })
  await record.sql.query('update partner_secret set sealed_secret = $2 where partner_id = $1', [other.partnerId, row?.sealed_secret])
  expect(await word({ headers: sign({}, { ...other, secret: tianfu.secret }) })).toBe('fault')
})
