import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'

export interface KeyPair {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

export interface AlipayKeys {
  readonly application: KeyPair
  readonly platform: KeyPair
}

/** Where a test run keeps one pair of keys for all its files: making them takes half a second. */
export const keysVariable = 'LOST_CARD_PLAYED_KEYS'

const line = (key: Buffer) => key.toString('base64')

/** As settings hold them: one line of base64 without a frame. */
export const privateLine = ({ privateKey }: Pick<KeyPair, 'privateKey'>): string => line(privateKey.export({ format: 'der', type: 'pkcs8' }))
export const publicLine = ({ publicKey }: KeyPair): string => line(publicKey.export({ format: 'der', type: 'spki' }))

const newLine = () => privateLine(generateKeyPairSync('rsa', { modulusLength: 2048 }))
export const newKeys = (): string => `${newLine()},${newLine()}`

const pairOf = (privateKeyLine: string): KeyPair => {
  const privateKey = createPrivateKey({ key: Buffer.from(privateKeyLine, 'base64'), format: 'der', type: 'pkcs8' })
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

const read = (): AlipayKeys => {
  const [application = '', platform = ''] = (process.env[keysVariable] ?? newKeys()).split(',')
  return { application: pairOf(application), platform: pairOf(platform) }
}

let found: AlipayKeys | undefined
/** The application's keys and Alipay's own: the test run's, or else made when they are first needed. */
export const alipayKeys = (): AlipayKeys => (found ??= read())
