import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** What is signed, by a partner that asks us and by us when we tell a partner. */
export interface ToSign {
  readonly secret: string
  readonly method: string
  /** Without its query. */
  readonly path: string
  /** Unix seconds, as they are sent. */
  readonly timestamp: string
  readonly nonce: string
  /** Its exact text, signed over its bytes in UTF-8. */
  readonly body: string
}

/** Lowercase hex of HMAC-SM3 over method, path, timestamp, nonce and the body's SM3, a line each. */
export const signatureOf = ({ secret, method, path, timestamp, nonce, body }: ToSign): string => {
  const bodyHash = createHash('sm3').update(body).digest('hex')
  return createHmac('sm3', secret).update([method, path, timestamp, nonce, bodyHash].join('\n')).digest('hex')
}

/** Whether one of the secrets signed this; asks all of them, in a time that says nothing of where they differ. */
export const isSignature = (given: string, secrets: readonly string[], signed: Omit<ToSign, 'secret'>): boolean => {
  const bytes = Buffer.from(given)
  const matches = secrets.map((secret) => Buffer.from(signatureOf({ ...signed, secret })))
    .map((expected) => expected.length === bytes.length && timingSafeEqual(expected, bytes))
  return matches.includes(true)
}
