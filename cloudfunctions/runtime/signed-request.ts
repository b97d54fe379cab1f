import { minute, toIso } from '@/domain/time'
import type { Signer } from '../repository'
import { RequestError } from './errors'
import type { Facts } from './facts'
import type { ChannelOperation } from './partner-operations'
import { isLetIn, type Partner } from './partner'
import type { Services } from './services'
import { isSignature } from './signature'

/** How far (ms) a partner's clock may be from the database's. */
const skewMs = 5 * minute

type HttpFacts = Extract<Facts, { form: 'http' }>

const shapes = {
  'x-channel-id': /^[\w-]{1,64}$/,
  'x-timestamp': /^[1-9]\d{0,11}$/,
  'x-nonce': /^[\w-]{16,64}$/,
  'x-signature': /^[0-9a-f]{64}$/,
} as const

/** A header of its one form; any other is refused like a wrong signature. */
const headerOf = (facts: HttpFacts, name: keyof typeof shapes): string => {
  const text = facts.header(name)
  if (text === undefined || !shapes[name].test(text)) throw new RequestError('signatureRefused')
  return text
}

const signedIn = (facts: HttpFacts) => {
  const { method, path, rawBody: body } = facts
  // over what we would write ourselves, a signature says nothing of what was sent
  if (body === undefined) throw new RequestError('signatureRefused')
  return { method, path, body, timestamp: headerOf(facts, 'x-timestamp'), nonce: headerOf(facts, 'x-nonce') }
}

/** What follows is told only to whoever has the secret. */
const refuseOld = (timestamp: string, now: Signer['now']): void => {
  if (Math.abs(now - Number(timestamp) * 1000) > skewMs) throw new RequestError('timestampRefused', { now: toIso(now) })
}

/**
 * The partner that signed a request, which counts once. Refuses `signatureRefused` for whatever a stranger can get wrong; then
 * `timestampRefused`, `nonceUsed`, `notPermitted`, `tooManyRequests`.
 */
export const signerOf = async (facts: Facts, operation: ChannelOperation, { config, repository: { partners, tries } }: Services): Promise<Partner> => {
  if (facts.form !== 'http') throw new RequestError('signatureRefused')
  const [partnerId, signature, signed] = [headerOf(facts, 'x-channel-id'), headerOf(facts, 'x-signature'), signedIn(facts)]
  const { known, secrets, now } = await partners.signer(partnerId)
  const isSigned = isSignature(signature, secrets, signed)
  if (!known || !isSigned || !isLetIn(partnerId, config)) throw new RequestError('signatureRefused')
  refuseOld(signed.timestamp, now)
  if (!(await partners.useNonce(partnerId, signed.nonce))) throw new RequestError('nonceUsed')
  if (!known.partner.operations.includes(operation)) throw new RequestError('notPermitted')
  await tries.countAsked(partnerId, known.perMinute)
  return known.partner
}
