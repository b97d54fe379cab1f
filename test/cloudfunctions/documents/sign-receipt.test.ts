import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { encode } from 'uqr'
import { readReceiptCode } from '@/contract/receipt-code'
import { checkReceipt } from '@/web/verify/check'
import { publishedKeys, signingKey } from '../../../cloudfunctions/documents/receipt-keys'
import { signReceipt } from '../../../cloudfunctions/documents/sign-receipt'
import { ConfigError } from '../../../cloudfunctions/runtime/config-error'
import { claims, newReceiptKey, now, publicOf } from './receipts'

const [current, former] = [newReceiptKey('r2'), newReceiptKey('r1')]
const code = signReceipt(claims, [current])

test('a receipt says what it was signed for, and is genuine until the end of its last day', () => {
  const keys = publicOf(current)
  expect(checkReceipt(`${code}\r\n`, keys, now)).toEqual({ is: 'genuine', claims: { ...claims, keyId: 'r2' } })
  const end = Date.parse('2027-03-23T00:00:00+08:00')
  expect(checkReceipt(code, keys, end - 1).is).toBe('genuine')
  expect(checkReceipt(code, keys, end).is).toBe('past')
})

test('a clock that is behind the receipt is told of, within ten minutes it is taken for right', () => {
  const accepted = claims.acceptedAt * 1000
  expect(checkReceipt(code, publicOf(current), accepted - 600_000).is).toBe('genuine')
  expect(checkReceipt(code, publicOf(current), accepted - 600_001).is).toBe('behind')
})

test('after a rotation old receipts are still genuine, by the old public key alone', () => {
  const old = signReceipt(claims, [former])
  const [published] = publicOf(former)
  const retired = { id: 'r1', bytes: new Uint8Array(Buffer.from(published?.publicKey ?? '', 'hex')) }
  const keys = publicOf(current, retired)
  expect([checkReceipt(old, keys, now).is, checkReceipt(signReceipt(claims, [current, retired]), keys, now).is]).toEqual(['genuine', 'genuine'])
  expect(checkReceipt(old, publicOf(current), now)).toEqual({ is: 'unknownKey' })
})

test('a key of the same name that is another does not pass', () => {
  expect(checkReceipt(code, publicOf(newReceiptKey('r2')), now)).toEqual({ is: 'notGenuine' })
})

test('no character of a code can be altered, left out or added', () => {
  const keys = publicOf(current)
  const character = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ', ...'abcdefghijklmnopqrstuvwxyz', ...'0123456789-_.=')
  fc.assert(fc.property(fc.nat(code.length - 1), character, fc.constantFrom('altered', 'added', 'left out'), (at, other, how) => {
    const put = how === 'left out' ? '' : other
    const altered = code.slice(0, at) + put + code.slice(how === 'added' ? at : at + 1)
    fc.pre(altered !== code)
    expect(['unreadable', 'unknownKey', 'notGenuine']).toContain(checkReceipt(altered, keys, now).is)
  }), { numRuns: 400 })
})

test('no byte of the signature can be altered', () => {
  const keys = publicOf(current)
  const [signed = '', signature = ''] = code.split('.')
  const bytes = Buffer.from(signature, 'base64url')
  const passed = [...bytes.keys()].flatMap((at) => [0x01, 0x80, 0xff].map((mask) => Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ mask : byte)))))
    .filter((altered) => checkReceipt(`${signed}.${altered.toString('base64url')}`, keys, now).is !== 'notGenuine')
  expect(passed).toEqual([])
})

test('whatever else is scanned is unreadable', () => {
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => { expect(checkReceipt(text, publicOf(current), now)).toEqual({ is: 'unreadable' }) }))
  expect(readReceiptCode('A'.repeat(3000))).toBeNull()
})

test('openssl says the same, and refuses an altered text', () => {
  const folder = mkdtempSync(join(tmpdir(), 'receipt-'))
  try {
    const [signed = '', signature = ''] = code.split('.')
    const at = (name: string, content: string | Buffer) => { writeFileSync(join(folder, name), content); return join(folder, name) }
    const [key, good, bad, sig] = [
      at('key.pem', publishedKeys([current]).keys[0]?.pem ?? ''), at('good', signed), at('bad', signed.replace(/.$/, '!')), at('sig', Buffer.from(signature, 'base64url')),
    ]
    const verify = (text: string) => spawnSync('openssl', [
      'pkeyutl', '-verify', '-pubin', '-inkey', key, '-rawin', '-digest', 'sm3', '-in', text, '-sigfile', sig, '-pkeyopt', 'distid:1234567812345678',
    ]).status
    expect([verify(good), verify(bad)]).toEqual([0, 1])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the QR code is small enough to be read off a small screen', () => {
  expect(encode(code, { ecc: 'M', border: 0 }).size).toBeLessThanOrEqual(69)
})

test('nothing is signed without a key', () => {
  expect(() => signReceipt(claims, [])).toThrow(ConfigError)
  expect(signingKey([current]).id).toBe('r2')
})
