import fc from 'fast-check'
import type { OperationName } from '@/contract'
import { operations } from '@/contract/operations'
import { fileInput } from './arbitrary-file'
import { goodRequests, names } from './good-requests'
import { characters, hostileText, textOf, type Json } from './hostile'
import { callers, encodings, framings, type CallerName, type Input, type RequestInput } from './input'
import { mutated, mutation } from './mutate'

const usually = <T>(usual: T, weight: number, otherwise: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: otherwise })

const partners: readonly CallerName[] = ['partner', 'bank', 'staff']
const askersOf = (name: OperationName): readonly CallerName[] => {
  const { access } = operations[name]
  if (access === 'partner') return partners
  if (access === 'staff') return ['staff']
  return access === 'anyone' || access === 'sandbox' ? ['nobody', 'citizen', 'terminal'] : ['citizen', 'citizen', 'terminal']
}
const callerOf = (name: OperationName): fc.Arbitrary<CallerName> =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...askersOf(name)) }, { weight: 1, arbitrary: fc.constantFrom(...callers) })

/** What is done to a body that is text already. */
const edit: fc.Arbitrary<(text: string) => string> = fc.oneof(
  fc.nat(400).map((at) => (text: string) => text.slice(0, at % (text.length + 1))),
  fc.tuple(fc.nat(400), fc.oneof(fc.constantFrom(...characters), hostileText)).map(([place, put]) => (text: string) => {
    const at = place % (text.length + 1)
    return `${text.slice(0, at)}${put}${text.slice(at)}`
  }),
  fc.constantFrom<(text: string) => string>(
    (text) => `{${text.slice(1, -1)},${text.slice(1)}`,
    (text) => `\ufeff${text}`,
    (text) => `${text}${text}`,
    (text) => `${text}${' '.repeat(70_000)}`,
    (text) => `${text.slice(0, -1)},"a":"${'a'.repeat(500_000)}"}`,
    (text) => `[${text}]`,
    (text) => JSON.stringify(text),
    (text) => text.replaceAll('"', "'"),
    (text) => `${text.slice(0, -1)},}`,
    (text) => `/**/${text}`,
    (text) => `{"a":`.repeat(10_000) + text,
    () => '',
    () => 'a=1&b=2',
    () => '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  ),
)
const same = (text: string) => text

/** Lines end where they end: what would begin another is left to one kind of header alone. */
const headerText = hostileText.map((text) => text.replace(/[\r\n]/g, ' '))
const flood: readonly (readonly [string, string])[] = [['x-flood', 'a'.repeat(20_000)], ['x-many', 'many'], ['x-broken', 'a\r\nx-other: b'], ['x broken', 'a'], ['', '']]
const header: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  fc.tuple(fc.constantFrom('authorization', 'cookie', 'x-channel-id', 'x-timestamp', 'x-nonce', 'x-signature', 'x-request-id', 'x-forwarded-for', 'origin', 'host'), headerText),
  fc.tuple(fc.constantFrom('authorization', 'x-wx-openid', 'sec-fetch-site', 'content-type', 'content-encoding', 'expect', 'upgrade', 'connection', 'transfer-encoding', 'content-length', 'accept'), headerText),
  headerText.map((text) => ['authorization', `Bearer ${text}`] as const),
  headerText.map((text) => ['cookie', `counter=${text}; kiosk=${text}; counter=a`] as const),
  fc.constantFrom('text/plain', 'application/json;charset=utf-16', 'application/json; charset=gbk', 'application/jsonp', 'application/*', 'multipart/form-data; boundary=a', 'APPLICATION/JSON', 'application/json,text/html')
    .map((type) => ['content-type', type] as const),
  fc.constantFrom('gzip', 'br', 'deflate', 'identity', 'gzip, gzip').map((encoding) => ['content-encoding', encoding] as const),
  fc.constantFrom(['expect', '100-continue'], ['expect', 'a'], ['upgrade', 'websocket'], ['upgrade', 'h2c'], ['connection', 'keep-alive, upgrade'], ['transfer-encoding', 'gzip, chunked'], ['content-length', '-1'], ['content-length', '1e3'], ['x-http-method-override', 'DELETE'], ...flood),
)

const method = fc.constantFrom('GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'post', 'POSTS', 'A')
const encoded = (text: string): string => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
const pathOf = (name: OperationName): fc.Arbitrary<string> => fc.oneof(
  fc.constantFrom(`//${name}`, `/${name}/`, `/${name}?a=%00`, `/${name}#a`, `/${name.toUpperCase()}`, `/./${name}`, `/a/../${name}`, `/${name}%2f`, `/${name};a=b`, `http://elsewhere.test/${name}`, `/${name}%00`, `/${name}.json`, name),
  fc.constantFrom('/', '*', '/__proto__/constructor', '/constructor/toString', '/session/__proto__', '/card/toString', '/%', '/%ff/%fe', '/../../etc/passwd', '/metrics', '/card', '/card/list/x', '/jobs/run', '/readyz', '/healthz', `/card/${'a'.repeat(101)}`, `/${'a'.repeat(5_000)}/b`),
  hostileText.map((text) => `/${name.split('/')[0]}/${encoded(text.slice(0, 300))}`),
)

const spoiltBody = (name: OperationName): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom<Json>(...goodRequests(name)), fc.array(mutation, { maxLength: 2 }), usually(same, 11, edit))
    .map(([good, mutations, change]) => change(textOf(mutated(good, mutations))))

const requestTo = (name: OperationName): fc.Arbitrary<RequestInput> => fc.record({
  caller: callerOf(name),
  person: fc.nat(7),
  method: usually('POST', 40, method),
  path: usually(`/${name}`, 30, pathOf(name)),
  headers: usually<RequestInput['headers']>([], 7, fc.array(header, { minLength: 1, maxLength: 3 })),
  body: spoiltBody(name),
  encoding: usually<RequestInput['encoding']>('utf8', 30, fc.constantFrom(...encodings)),
  framing: usually<RequestInput['framing']>('whole', 30, fc.constantFrom(...framings)),
})

const requestInput: fc.Arbitrary<Input> = fc.constantFrom(...names).chain(requestTo)
const input: fc.Arbitrary<Input> = fc.oneof({ weight: 19, arbitrary: requestInput }, { weight: 1, arbitrary: fileInput })

/** So many inputs, the same for the same seed. */
export const inputsOf = (seed: number, count: number): readonly Input[] => fc.sample(input, { seed, numRuns: count })
