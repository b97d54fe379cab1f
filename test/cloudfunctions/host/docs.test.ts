import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OperationName } from '@/contract'
import { errorCodes, statusOf } from '@/contract'
import { operations } from '@/contract/operations'
import { signatureOf } from '../../../cloudfunctions/runtime/signature'
import { isDoneAtTerminal } from '../../../cloudfunctions/runtime/at-terminal'
import { usualOperations } from '../../../cloudfunctions/runtime/partner-operations'
import { examples } from '../../../cloudfunctions/host/openapi/examples'
import { aHost, type RunningHost } from './a-host'
import { http } from './requests'

interface Described {
  readonly tags: readonly string[]
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly requestBody: { readonly content: { readonly 'application/json': { readonly schema: object; readonly example: unknown } } }
  readonly responses: Readonly<Record<string, object>>
}
interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, { readonly post: Described }>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>>
    readonly securitySchemes: Readonly<Record<string, { readonly name: string; readonly in: string; readonly description: string }>>
    readonly responses: Readonly<Record<string, object>>
  }
}

let running: RunningHost
let folder: string
let document: Document
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lost-card-docs-'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><script src="/docs/page.js"></script>')
  await writeFile(join(folder, 'page.js'), 'run()')
  running = await aHost({ docs: folder })
  document = (await get('/openapi.json')).json as unknown as Document
})
afterAll(async () => {
  await running.stop()
  await rm(folder, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}) => http(`${running.address}${path}`, { method: 'GET', headers })
const names = Object.keys(operations) as OperationName[]
const described = (name: OperationName): Described => {
  const found = document.paths[`/${name}`]
  if (!found) throw new Error(`${name} is not described`)
  return found.post
}

describe('the document', () => {
  test('is read by anyone, and asked for again only when it has changed', async () => {
    const { status, headers } = await get('/openapi.json')
    expect({ status, type: headers['content-type'], policy: headers['content-security-policy'] })
      .toEqual({ status: 200, type: 'application/json; charset=utf-8', policy: "default-src 'none'; frame-ancestors 'none'" })
    expect((await get('/openapi.json', { 'if-none-match': headers.etag ?? '' })).status).toBe(304)
  })

  test('describes every operation and nothing else, each under a name of its own', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths).sort()).toEqual(names.map((name) => `/${name}`).sort())
    expect(new Set(names.map((name) => described(name).operationId)).size).toBe(names.length)
  })

  test.each(names)('says what %s does in both languages, with its example', (name) => {
    const { tags, summary, description, requestBody } = described(name)
    expect(tags).toEqual([operations[name].function])
    for (const text of [summary, description]) expect([/[A-Za-z]{2}/.test(text), /\p{Script=Han}/u.test(text)]).toEqual([true, true])
    expect(requestBody.content['application/json'].example).toEqual(examples[name].request)
  })

  test('refers to nothing that is not there, and has nothing that is not referred to', () => {
    const targets = [...JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g)].map(([, path = '']) => path)
    const at = (path: string) => path.split('/').slice(1).reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document)
    expect(targets.filter((path) => at(path) === undefined)).toEqual([])
    expect(Object.keys(document.components.schemas).filter((name) => !targets.includes(`/components/schemas/${name}`))).toEqual([])
  })

  test('has a refusal for every status, with the codes that go with it', () => {
    const said = Object.entries(document.components.responses).flatMap(([name, response]) =>
      [...JSON.stringify(response).matchAll(/- `(\w+)`|\\n- `(\w+)`/g)].map(([, first, other]) => `${name} ${first ?? other}`))
    expect(said.sort()).toEqual(errorCodes.map((code) => `Refused${statusOf(code)} ${code}`).sort())
  })

  test.each(names)('says how %s may be refused', (name) => {
    const { responses } = described(name)
    const always = ['200', '400', '404', '413', '415', '422', '429', '500', '503']
    const { access, function: of } = operations[name]
    const open = access === 'sandbox' || (access === 'anyone' && of === 'outlets')
    expect(Object.keys(responses)).toEqual(open ? always : [...always, '401', '403', '409'].sort())
  })
})

describe('who may ask', () => {
  const signed = { channelId: [], timestamp: [], nonce: [], signature: [] }
  const ways = (name: OperationName) => described(name).security

  test('anyone needs nothing, a citizen a token, before a terminal its cookie as well, staff a cookie', () => {
    expect(names.filter((name) => ways(name).length === 0)).toEqual(names.filter((name) => ['anyone', 'sandbox'].includes(operations[name].access)))
    for (const name of names.filter((one) => ['account', 'citizen'].includes(operations[one].access)))
      expect(ways(name)).toEqual([{ bearer: [] }, ...(isDoneAtTerminal(name) ? [{ bearer: [], terminal: [] }] : [])])
    expect([ways('counter/me'), ways('counter/signOut')]).toEqual([[{ counterSession: [] }], [{ counterSession: [] }]])
  })

  test('a partner needs four headers at once; a counter’s page may ask what a counter may', () => {
    expect(ways('channel/events')).toEqual([signed])
    expect(ways('channel/voice')).toEqual([signed])
    expect(ways('channel/reportLoss')).toEqual([signed, { counterSession: [] }])
    const headers = Object.keys(signed).map((scheme) => document.components.securitySchemes[scheme])
    expect(headers.map((one) => `${one?.in} ${one?.name}`)).toEqual(['header X-Channel-Id', 'header X-Timestamp', 'header X-Nonce', 'header X-Signature'])
    const forCounters = names.filter((name) => name.startsWith('channel/') && ways(name).length === 2).map((name) => name.slice('channel/'.length))
    expect([...forCounters, 'events'].sort()).toEqual([...usualOperations.counter].sort())
  })

  test('the signature that is worked out is the one that would be taken', () => {
    const text = document.components.securitySchemes.signature?.description ?? ''
    const [, secret = '', timestamp = '', nonce = '', body = ''] = /secret `([^`]+)`, the time `(\d+)`, the nonce\s`(\w+)` and the body `([^`]+)`/.exec(text) ?? []
    expect(text).toContain(`is signed \`${signatureOf({ secret, method: 'POST', path: '/channel/cardStatus', timestamp, nonce, body })}\``)
  })
})

describe('what a schema cannot say', () => {
  const idNumber = () => new RegExp(String(document.components.schemas.IdNumber?.pattern), 'u')

  test('is said of an ID number, which is taken with a small x and spaces around it', () => {
    const forms = ['00000019850312001X', ' 00000019850312001x ', '0000001985031200', '00000019850312001Y']
    expect(forms.map((text) => idNumber().test(text))).toEqual([true, true, false, false])
    expect(document.components.schemas.IdNumber?.description).toContain('check digit')
  })
})

describe('the page', () => {
  test('is served with its own files, and may run and ask nothing else', async () => {
    const { status, headers } = await get('/docs')
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'text/html; charset=utf-8' })
    expect(headers['content-security-policy']).toMatch(/script-src 'self';.*connect-src 'self';.*frame-ancestors 'none'/)
    expect((await get('/docs/page.js')).text).toBe('run()')
  })

  test('is not there where it was not built; the document is', async () => {
    const bare = await aHost()
    const statusOfPath = async (path: string) => (await http(`${bare.address}${path}`, { method: 'GET' })).status
    expect([await statusOfPath('/docs'), await statusOfPath('/openapi.json')]).toEqual([404, 200])
    await bare.stop()
  })
})
