import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { DataOf, Reply } from '@/contract'
import { signatureOf } from '../../../cloudfunctions/runtime/signature'
import { openRecord, type TestRecord } from '../../support/record'
import { canRun, clients, run, serveRecord, watchPrograms, type Client } from './example-clients'
import { acted, holder, partner, window1, type Called } from './stage'

jest.setTimeout(60_000)

let record: TestRecord
let counter: Called
let served: Awaited<ReturnType<typeof serveRecord>>
beforeAll(async () => {
  record = await openRecord()
  counter = await partner(record, { channel: 'counter' })
  served = await serveRecord(record)
})
afterAll(async () => {
  await served.stop()
  await record.close()
})

const environment = (over: NodeJS.ProcessEnv = {}) => ({ CHANNEL_ID: counter.partnerId, CHANNEL_SECRET: counter.secret, API: served.address, ...over })
const nobody = { CHANNEL_ID: 'nobody', CHANNEL_SECRET: 'x', API: 'http://127.0.0.1:1' }
const replyIn = <Data>(out: string) => JSON.parse(out) as Reply<Data>

const call = async (client: Client, operation: string, request: unknown, over?: NodeJS.ProcessEnv) => {
  const { code, out } = await run(client, { environment: environment(over), words: [operation], input: JSON.stringify(request) })
  return { code, reply: replyIn<DataOf<'channel/reportLoss'>>(out) }
}

/** The headers it prints, in one object. */
const headersIn = (out: string) => Object.fromEntries(out.trim().split('\n').map((line) => line.split(': ')))

describe.each(clients)('$name', (client) => {
  const there = canRun(client)
  const check = there ? test : test.skip
  const words = there ? '' : ` (skipped: ${client.needs} is not installed)`

  check(`asks how a card is, and prints the answer${words}`, async () => {
    const { card_number: cardNumber, cardId } = await holder(record)
    const request = { find: { cardNumber }, staff: window1 }
    const asArgument = await run(client, { environment: environment(), words: ['cardStatus', JSON.stringify(request)] })
    expect(asArgument).toMatchObject({ code: 0, error: '' })
    expect(replyIn(asArgument.out)).toMatchObject({ ok: true, data: { cards: [{ cardId, socialSecurity: { state: 'inUse' } }] } })
  })

  check(`reports a loss once, however often it is sent under its key${words}`, async () => {
    const one = await holder(record)
    const request = acted(counter, one, { applicant: { role: 'proxy', name: '示例公民乙', idNumber: '00000019850312001X' } })
    const first = await call(client, 'reportLoss', request)
    expect(first).toMatchObject({ code: 0, reply: { ok: true, data: { result: 'done', card: { socialSecurity: { state: 'formallyLost' } } } } })
    expect(await call(client, 'reportLoss', request)).toEqual(first)
    expect((await call(client, 'reportLoss', { ...request, idempotencyKey: 'another-key-1' })).reply).toMatchObject({ ok: true, data: { result: 'already' } })
  })

  check(`ends with 1 where it is refused: by another secret, or for what is not there${words}`, async () => {
    const request = { card: { cardId: 'nobodys' }, staff: window1 }
    expect(await call(client, 'history', request, { CHANNEL_SECRET: `${counter.secret}x` })).toMatchObject({ code: 1, reply: { error: { code: 'signatureRefused' } } })
    expect(await call(client, 'history', request)).toMatchObject({ code: 1, reply: { error: { code: 'notFound' } } })
  })

  check(`ends with 2 where no answer comes, or something was not said${words}`, async () => {
    expect(await run(client, { environment: nobody, words: ['events', '{}'] })).toMatchObject({ code: 2, error: expect.stringMatching(/./) })
    expect(await run(client, { environment: { ...nobody, CHANNEL_SECRET: '' }, words: ['events', '{}'] })).toMatchObject({ code: 2, error: expect.stringContaining('CHANNEL_SECRET is not set') })
    expect(await run(client, { environment: nobody, words: [] })).toMatchObject({ code: 2, error: expect.stringContaining('usage') })
  })

  check.each([
    ['a short secret', 'short', '{}'],
    ['a secret as long as a block', 's'.repeat(64), '{"a":1}'],
    ['a longer secret', 's'.repeat(65), '{ "a" : "示例" }'],
    ['a secret of other letters', '密钥 %b\\x41\'"$HOME', '{"a":"%s\\n\\\\"}'],
  ])(`prints the four headers of a body under %s${words}`, async (_, secret, body) => {
    const { code, out } = await run(client, { environment: { ...nobody, CHANNEL_SECRET: secret }, words: ['--headers', 'cardStatus'], input: `${body}\n` })
    const { 'X-Timestamp': timestamp = '', 'X-Nonce': nonce = '', ...rest } = headersIn(out)
    const signature = signatureOf({ secret, method: 'POST', path: '/channel/cardStatus', timestamp, nonce, body })
    expect({ code, ...rest }).toEqual({ code: 0, 'X-Channel-Id': 'nobody', 'X-Signature': signature })
    expect(nonce).toMatch(/^[\w-]{16,64}$/)
    expect(Math.abs(Date.now() / 1000 - Number(timestamp))).toBeLessThan(60)
  })

  check(`ends with 2 where what answers is not ours${words}`, async () => {
    const other = createServer((_request, response) => response.end('<h1>Welcome</h1>')).listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    expect(await run(client, { environment: { ...nobody, API: `http://127.0.0.1:${port}` }, words: ['events', '{}'] })).toMatchObject({ code: 2, out: '<h1>Welcome</h1>\n' })
    other.close()
  })
})

const shell = clients.filter(({ name }) => name === 'client.sh').filter(canRun)
;(shell.length > 0 ? test.each(shell) : test.skip.each(clients))('no program that $name starts has the secret or the body in its words, nor the secret in its environment', async (client) => {
  const programs = await watchPrograms()
  const input = '{"find":{"cardNumber":"990199999999999999"},"staff":{"id":"window-3"}}'
  const { code } = await run(client, { environment: environment({ PATH: programs.path }), words: ['cardStatus'], input })
  const seen = await programs.seen()
  await programs.remove()
  expect({ code, signs: seen.includes('openssl'), sends: seen.includes('curl') }).toEqual({ code: 1, signs: true, sends: true })
  expect([counter.secret, Buffer.from(counter.secret).toString('hex'), '990199999999999999'].filter((kept) => seen.includes(kept))).toEqual([])
})
