import * as v from 'valibot'

/** A key that signs receipts, or did: its id, and its point in hex. */
export interface PublishedKey {
  readonly id: string
  readonly publicKey: string
}

const published = v.object({ keys: v.array(v.object({ id: v.string(), pem: v.string() })) })
/** An uncompressed point on the curve: 04 and two coordinates, at the end of what a PEM holds. */
const pointBytes = 65

const pointIn = (pem: string): string => {
  const der = atob(pem.replace(/-----[A-Z ]+-----|\s/g, ''))
  return Array.from(der.slice(-pointBytes), (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('')
}

/** The keys in what the host publishes. */
export const readKeys = (answer: unknown): readonly PublishedKey[] =>
  v.parse(published, answer).keys.map(({ id, pem }) => ({ id, publicKey: pointIn(pem) }))

/** Fetches what the host publishes: once, so that no connection is needed from then on. */
export const fetchKeys = async (): Promise<readonly PublishedKey[]> => {
  const answer = await fetch('/verify/keys.json')
  if (!answer.ok) throw new Error(`the keys were not sent: ${answer.status}`)
  return readKeys(await answer.json())
}
