import { randomBytes } from 'node:crypto'
import { keysFrom } from '../../../cloudfunctions/runtime/keys'

const key = (id: string, bytes: number) => ({ id, bytes: new Uint8Array(randomBytes(bytes)) })
const [oldData, newData, oldHash, newHash] = [key('d1', 16), key('d2', 16), key('h1', 32), key('h2', 32)]
const keys = keysFrom({ dataKeys: [oldData], hashKeys: [oldHash] })
const rotated = keysFrom({ dataKeys: [newData, oldData], hashKeys: [newHash, oldHash] })
const text = '示例公民甲'

describe('a sealed value', () => {
  const sealed = keys.seal(text, 'person:1')
  const altered = (at: number) => {
    const [id = '', body = ''] = sealed.split('.')
    const bytes = Buffer.from(body, 'base64url')
    bytes[at] = (bytes[at] ?? 0) ^ 1
    return `${id}.${bytes.toString('base64url')}`
  }

  test('opens in its own row', () => {
    expect(keys.open(sealed, 'person:1')).toBe(text)
    expect(keys.open(keys.seal('', 'person:1'), 'person:1')).toBe('')
  })

  test('hides the text, and never reads the same twice', () => {
    expect(Buffer.from(sealed.split('.')[1] ?? '', 'base64url').toString()).not.toContain(text)
    expect(new Set(Array.from({ length: 50 }, () => keys.seal(text, 'person:1'))).size).toBe(50)
  })

  test('copied to another row does not open', () => {
    expect(() => keys.open(sealed, 'person:2')).toThrow()
  })

  test.each([['nonce', 0], ['tag', 12], ['text', 28]])('with one bit of its %s changed does not open', (_part, at) => {
    expect(() => keys.open(altered(at), 'person:1')).toThrow()
  })

  test('cut short does not open, whatever its length', () => {
    const [id = '', body = ''] = sealed.split('.')
    const bytes = Buffer.from(body, 'base64url')
    for (let length = 0; length < bytes.length; length++)
      expect(() => keys.open(`${id}.${bytes.subarray(0, length).toString('base64url')}`, 'person:1')).toThrow()
  })

  test('does not open with another key under the same name, nor one that names no key', () => {
    const stranger = keysFrom({ dataKeys: [key('d1', 16)], hashKeys: [oldHash] })
    expect(() => stranger.open(sealed, 'person:1')).toThrow()
    expect(() => keysFrom({ dataKeys: [newData], hashKeys: [oldHash] }).open(sealed, 'person:1')).toThrow('not configured')
    expect(() => keys.open(text, 'person:1')).toThrow('not configured')
  })

  test('opens after the key was rotated; new values are sealed with the new key', () => {
    expect(rotated.open(sealed, 'person:1')).toBe(text)
    expect(rotated.seal(text, 'person:1')).toMatch(/^d2\./)
    expect(() => keys.open(rotated.seal(text, 'person:1'), 'person:1')).toThrow('not configured')
  })
})

describe('a hash to find a value by', () => {
  test('is the same for the same value, and differs by purpose, value and key', () => {
    const one = keys.hash('idNumber', '1')
    expect(keys.hash('idNumber', '1')).toEqual(one)
    expect(one).toEqual({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), keyId: 'h1' })
    const others = [keys.hash('cardNumber', '1'), keys.hash('idNumber', '2'), rotated.hash('idNumber', '1')]
    expect(new Set([one, ...others].map(({ hash }) => hash)).size).toBe(4)
    expect(rotated.hash('idNumber', '1').keyId).toBe('h2')
  })

  test('does not let a purpose run into its value', () => {
    expect(keys.hash('id', 'Number1').hash).not.toBe(keys.hash('idNumber', '1').hash)
  })

  test('is HMAC-SM3: a known answer', () => {
    const known = keysFrom({ dataKeys: [oldData], hashKeys: [{ id: 'k', bytes: new Uint8Array(32) }] })
    expect(known.hash('p', 't').hash).toBe(hmacSm3OfZeroKey)
  })
})

/** A vector: HMAC-SM3 of `p\0t` under 32 zero bytes, made with `openssl dgst -sm3 -mac HMAC`. */
const hmacSm3OfZeroKey = '13c1e8376611735f52edd7a14d0303f519dbacc28218a134a67d57e24274fc34'
