import { randomBytes, randomUUID } from 'node:crypto'
import type { OperationName, RequestOf } from '@/contract'
import { cityCodes, type CityCode } from '@/domain/policies'
import { counterCookie } from '../../../cloudfunctions/runtime/cookies'
import type { Partner, PartnerChannel } from '../../../cloudfunctions/runtime/partner'
import { usualOperations } from '../../../cloudfunctions/runtime/partner-operations'
import { hashPassword } from '../../../cloudfunctions/runtime/password'
import { signatureOf, type ToSign } from '../../../cloudfunctions/runtime/signature'
import { send, type Answer, type Sent, type TestRecord } from '.'

/** A partner with what it signs by. */
export interface SigningPartner extends Partner {
  readonly secret: string
}

interface Wanted {
  readonly channel: PartnerChannel
  readonly bank?: string | null
  readonly cities?: readonly CityCode[]
  readonly operations?: readonly string[]
  readonly perMinute?: number
}

let made = 0
/** A new partner of a channel, in every city and with all its channel may do, but for what is said. */
export const partner = async ({ services }: Pick<TestRecord, 'services'>, { channel, perMinute = 1_000_000, ...over }: Wanted): Promise<SigningPartner> => {
  made += 1
  const one: Partner = {
    partnerId: `p-${made}`, name: `示例伙伴${made}`, channel, bank: channel === 'bank' ? 'icbc' : null, cities: cityCodes, operations: usualOperations[channel], staff: null, ...over,
  }
  const secret = await services.repository.partners.add({ ...one, perMinute })
  if (secret === null) throw new Error('a partner of this id is there already')
  return { ...one, secret }
}

export type Headers = Readonly<Record<string, string>>

/** The headers of a signed request: now, under a new nonce, but for what is said. */
export const signed = ({ partnerId, secret }: Pick<SigningPartner, 'partnerId' | 'secret'>, name: OperationName, body: string, over: Partial<ToSign> = {}): Headers => {
  const what = { secret, method: 'POST', path: `/${name}`, timestamp: String(Math.floor(Date.now() / 1000)), nonce: randomUUID(), body, ...over }
  return { 'x-channel-id': partnerId, 'x-timestamp': what.timestamp, 'x-nonce': what.nonce, 'x-signature': signatureOf(what) }
}

/** Calls an operation as a partner does, signed. */
export const callAs = <Name extends OperationName>(who: SigningPartner, name: Name, request: RequestOf<Name>): Promise<Answer<Name>> =>
  send(name, request, signed(who, name, JSON.stringify(request)))

/** A member of staff who is signed in at a counter's page. */
export interface AtCounter {
  readonly staffId: string
  readonly password: string
  readonly outletId: string
  readonly cookie: string
  callAtCounter<Name extends OperationName>(name: Name, request: RequestOf<Name>): Promise<Answer<Name>>
}

/** As a browser sends it from our own page. */
export const atCounter = <Name extends OperationName>(cookie: string, name: Name, request: RequestOf<Name>): Promise<Answer<Name>> =>
  send(name, request, { cookie, 'sec-fetch-site': 'same-origin' })

/** The cookie's pair in what an answer sets. */
export const cookieIn = ({ headers }: Pick<Sent<OperationName>, 'headers'>): string =>
  [headers['set-cookie'] ?? []].flat().find((text) => text.startsWith(`${counterCookie}=`))?.split(';')[0] ?? ''

/** The city of an outlet as it is written on the wire. */
export const cityOf = (outletId: string): CityCode => {
  const city = cityCodes.find((code) => outletId.startsWith(`${code}.`))
  if (!city) throw new Error('an outlet is of a city')
  return city
}

/** A new member of staff of an outlet, signed in. */
export const staffMember = async ({ services }: Pick<TestRecord, 'services'>, outletId = 'chengdu.wuhou-agency'): Promise<AtCounter> => {
  const [staffId, password] = [`staff-${(made += 1)}`, randomBytes(9).toString('base64url')]
  await services.repository.staff.add({ staffId, outletId, city: cityOf(outletId), passwordHash: await hashPassword(password) })
  const answer = await send('counter/signIn', { staffId, password })
  const cookie = cookieIn(answer)
  return { staffId, password, outletId, cookie, callAtCounter: (name, request) => atCounter(cookie, name, request) }
}
