import fc from 'fast-check'

/** JSON as it is before it is text. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Put in the place of a value as it stands here: what JSON can say and no value of ours can. */
export const raw = (text: string): string => `#raw ${text}#`
/** A value as the text of a body, with what is to stand as it is. */
export const textOf = (value: Json): string => JSON.stringify(value).replace(/"#raw ([^"#]*)#"/g, '$1')

const nested = (depth: number): Json => Array.from({ length: depth }).reduce<Json>((inner) => ({ a: inner }), 1)
const own = (key: string, value: Json): Json => Object.fromEntries([[key, value]])

/** Characters that are trouble somewhere: no character, half a character, marks of direction, those that quote, end or begin something. */
export const characters = [
  '\0', '\u0001', '\u001b[2J', '\u007f', '\u0085', '\n', '\r\n', '\t', '\ud800', '\udfff', '\ud83d', '\u202e', '\u2066', '\u200f', '\u200b', '\u2028', '\ufeff',
  '\uffff', '\u{10ffff}', '👨‍👩‍👧', '🇨🇳', 'e\u0301', '𠮷', 'ẞ', 'ı', '１', '٣', '\'', '"', '\\', '`', '$', '%', '%00', '%s', '{}', '${1}', '<', '>', '&', ';', '--', '/*', '../', '*', '.', ',',
]

/** Texts that mean something else somewhere. */
const words = [
  '', ' ', 'NaN', 'Infinity', '-0', '1e999', '0x10', 'null', 'undefined', 'true', '[object Object]', '__proto__', 'constructor', 'toString', 'prototype', 'length',
  "' or 1=1 --", "'; drop table card; --", '$1', '{{7*7}}', '<script>1</script>', '../../etc/passwd', '+275760-09-13T00:00:00Z', '-000001-01-01', '0000-00-00', '2026-02-30',
  '9999-12-31', '10000-01-01', '2026-11-25T24:00:00+08:00', '0001-01-01T00:00:00.000+08:00', '990100000000000001', '000000198307300099', '00000019850312001X', '000000185003120019', '1'.repeat(18),
  'wechat', 'chengdu', 'in-use', 'a.b.c', 'a.b', '.', '..', '9007199254740993', '99999999999999999999', '-1', '1.5', '2147483648', '9223372036854775808',
]

const long = ['a', '示', '\ud800', '\0', ' ', '9', '👨‍👩‍👧', '.'].flatMap((one) => [65, 1_000, 20_000].map((times) => one.repeat(times)))

const numbers: readonly Json[] = [
  0, 1, -1, 0.5, 1e-7, 255, 32_768, 65_536, 2 ** 31, 2 ** 32, 2 ** 53, -(2 ** 63), 1e21, 1.797e308, 5e-324,
  raw('1e400'), raw('-0'), raw('-1e400'), raw('1'.repeat(400)), raw(`0.${'1'.repeat(400)}`), raw('NaN'), raw('01'), raw('+1'), raw('Infinity'),
]

const shapes: readonly Json[] = [
  null, true, false, [], {}, [null], [[]], Array<Json>(1_000).fill('a'), Array<Json>(300).fill({}), nested(500), raw(`${'['.repeat(20_000)}${']'.repeat(20_000)}`), raw('['.repeat(30_000)),
  own('__proto__', {}), own('constructor', { prototype: { a: 1 } }), own('toString', 'a'), own('toJSON', 'a'), own('length', 1e9), { type: 'Buffer', data: [0, 255] }, { 0: 'a', length: 1 },
]

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  { weight: 3, arbitrary: fc.constantFrom(...characters) },
  { weight: 1, arbitrary: fc.constantFrom(...long) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
)

export const hostile: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 2, arbitrary: fc.constantFrom(...numbers) },
  { weight: 3, arbitrary: fc.constantFrom(...shapes) },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
)

export const hostileKey: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'accountKey', 'operation', 'openid', 'userInfo', '', ' ', '0', '\0', '\ud800', 'a'.repeat(5_000)), hostileText,
)
