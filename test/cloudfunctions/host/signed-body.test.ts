import { request as httpRequest } from 'node:http'
import { openRecord, type TestRecord } from '../../support/record'
import { partner, signed, type Headers, type SigningPartner } from '../../support/record/partner'
import { aHost, type RunningHost } from './a-host'
import { post } from './requests'

let record: TestRecord
let running: RunningHost
let who: SigningPartner
beforeAll(async () => {
  record = await openRecord()
  running = await aHost({ database: record.connectionString, config: record.services.config })
  who = await partner(record, { channel: 'tianfu' })
})
afterAll(async () => {
  await running.stop()
  await record.close()
})

const name = 'channel/cardStatus'

/** What the host answers to exactly these bytes: `ok`, or a code. */
const wordOf = (bytes: Buffer, headers: Headers): Promise<string> =>
  new Promise((resolve, reject) => {
    const sending = httpRequest(`${running.address}/${name}`, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': bytes.length, ...headers } })
    sending.on('error', reject)
    sending.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => { text += chunk }).on('end', () => {
        const reply = JSON.parse(text) as { ok: boolean; error?: { code: string } }
        resolve(reply.ok ? 'ok' : reply.error?.code ?? '')
      })
    })
    sending.end(bytes)
  })

const plain = '{"find":{"cardNumber":"990100000000000001"},"staff":{"id":"online"}}'

test.each([
  ['as it is written', plain],
  ['with spaces, lines and another order', '{\r\n  "staff" : {"id":"online"},\t"find":{"cardNumber":"990100000000000001"} }\n'],
  ['with escapes', plain.replace('online', '\\u006fnline')],
  ['with Chinese', plain.replace('"staff":{"id":"online"}', '"staff":{"id":"online"},"说明":"示例"')],
  ['with a mark of its byte order', `\uFEFF${plain}`],
])('a body %s is signed over its very bytes', async (_what, text) => {
  const signedWell = await wordOf(Buffer.from(text), signed(who, name, text))
  expect(signedWell).toBe(text.includes('说明') ? 'malformedRequest' : 'ok')
  expect(await wordOf(Buffer.from(`${text} `), signed(who, name, text))).toBe('signatureRefused')
  expect(await wordOf(Buffer.from(text), signed(who, name, JSON.stringify(JSON.parse(text.replace('\uFEFF', ''))) + ' '))).toBe('signatureRefused')
})

test('bytes that are no UTF-8 are not read, whatever text they were signed as', async () => {
  const bytes = Buffer.concat([Buffer.from(plain.slice(0, -3)), Buffer.from([0xff, 0xc3, 0x28]), Buffer.from('"}}')])
  expect(bytes.toString()).toContain('\uFFFD')
  expect(await wordOf(bytes, signed(who, name, bytes.toString()))).toBe('malformedRequest')
  expect(await wordOf(bytes, {})).toBe('malformedRequest')
})

test('half a character that another request completes is not read', async () => {
  const whole = Buffer.from(plain.replace('online', '示'))
  const half = Buffer.concat([whole.subarray(0, whole.indexOf(0xe7) + 2), Buffer.from('"}}')])
  expect(await wordOf(half, signed(who, name, half.toString()))).toBe('malformedRequest')
})

test('a signed prototype is malformed like any other', async () => {
  const text = `${plain.slice(0, -1)},"__proto__":{}}`
  expect(await wordOf(Buffer.from(text), signed(who, name, text))).toBe('malformedRequest')
})

test('partners ask from few addresses: more often than phones, and not without end', async () => {
  const host = await aHost({ config: { rateLimit: { max: 2, seconds: 60 } } })
  const statuses = async (path: string, times: number) => {
    const found: number[] = []
    for (let time = 0; time < times; time += 1) found.push((await post(`${host.address}${path}`, {})).status)
    return found
  }
  try {
    expect((await statuses('/outlets/banks', 3)).map((status) => status === 429)).toEqual([false, false, true])
    expect((await statuses('/channel/cardStatus', 21)).map((status) => status === 429)).toEqual([...Array<boolean>(20).fill(false), true])
  } finally {
    await host.stop()
  }
})
