import { sign, verify, type KeyObject } from 'node:crypto'
import type { Said } from '../http'

export type Params = Readonly<Record<string, string>>

/** What is signed of a request: all that was sent but the signature, in order of its names. */
export const signedPart = (params: Params): string =>
  Object.entries(params)
    .filter(([name, value]) => name !== 'sign' && value !== '')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')

/** Whether a request is the application's: RSA2, by its public key. */
export const isSigned = (params: Params, publicKey: KeyObject): boolean =>
  params.sign_type === 'RSA2' && verify('sha256', Buffer.from(signedPart(params)), publicKey, Buffer.from(params.sign ?? '', 'base64'))

/** An answer as Alipay sends it: its fields under one name, and beside them the signature of the very bytes they are written in. */
export const signedAnswer = (name: string, fields: object, privateKey: KeyObject): Said => {
  const written = JSON.stringify(fields)
  const signature = sign('sha256', Buffer.from(written), privateKey).toString('base64')
  return { status: 200, type: 'text/html;charset=utf-8', body: `{"${name}":${written},"sign":"${signature}"}` }
}
