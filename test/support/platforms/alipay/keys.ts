import { generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto'

export interface AlipayKeys {
  readonly application: KeyPairKeyObjectResult
  readonly platform: KeyPairKeyObjectResult
}

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
let made: AlipayKeys | undefined

/** The application's keys and Alipay's own, made when they are first needed: once a process, since it takes a moment. */
export const alipayKeys = (): AlipayKeys => (made ??= { application: pair(), platform: pair() })

const line = (key: Buffer) => key.toString('base64')

/** As settings hold them: one line of base64 without a frame. */
export const privateLine = ({ privateKey }: KeyPairKeyObjectResult): string => line(privateKey.export({ format: 'der', type: 'pkcs8' }))
export const publicLine = ({ publicKey }: KeyPairKeyObjectResult): string => line(publicKey.export({ format: 'der', type: 'spki' }))
