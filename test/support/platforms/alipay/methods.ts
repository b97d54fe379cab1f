import { randomBytes } from 'node:crypto'
import type { Checks, Person } from '../checks'
import type { Codes } from '../codes'
import { fieldsIn } from '../http'
import type { Subscriptions } from '../subscriptions'
import { errorFields } from './errors'
import { sendMessage } from './message'
import type { Params } from './signing'

export const alipayApis = [
  'alipay.system.oauth.token', 'alipay.user.certify.open.initialize', 'alipay.user.certify.open.query', 'alipay.open.app.mini.templatemessage.send',
] as const
export type AlipayApi = (typeof alipayApis)[number]

/** Which ids of a person the application is given. */
export type GivenIds = 'open_id' | 'user_id' | 'both'

export interface Desk {
  readonly codes: Codes
  readonly checks: Checks
  readonly subscriptions: Subscriptions
  readonly now: () => number
  ids: GivenIds
}

const lifeMs = 23 * 3_600_000
const good = { code: '10000', msg: 'Success' }
const random = () => randomBytes(16).toString('hex')
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

const oauthToken = ({ codes, ids }: Desk, { grant_type: grantType, code = '' }: Params) => {
  if (grantType !== 'authorization_code') return errorFields('isv.grant-type-invalid')
  const redeemed = codes.redeem(code)
  if (typeof redeemed === 'string') return errorFields('isv.code-invalid')
  const { platformId } = redeemed
  const given = { ...(ids !== 'user_id' && { open_id: platformId }), ...(ids !== 'open_id' && { user_id: ids === 'both' ? `2088${platformId}` : platformId }) }
  return { access_token: `authusrB${random()}`, auth_start: '2026-11-25 10:00:00', expires_in: 1296000, ...given, re_expires_in: 2592000, refresh_token: `authusrB${random()}` }
}

const personIn = (param: unknown): Person | null => {
  const { identity_type: identity, cert_type: type, cert_name: name, cert_no: idNumber } = fieldsIn(JSON.stringify(param) ?? '') ?? {}
  return identity === 'CERT_INFO' && type === 'IDENTITY_CARD' && isText(name) && isText(idNumber) ? { name, idNumber } : null
}

const initialize = ({ checks, now }: Desk, { biz_content: content = '' }: Params) => {
  const { outer_order_no: outerNumber, biz_code: kind, identity_param: param, merchant_config: config } = fieldsIn(content) ?? {}
  const person = personIn(param)
  const fits = isText(outerNumber) && /^[0-9A-Za-z]{1,32}$/.test(outerNumber) && !checks.isUsed(outerNumber)
  if (!fits || kind !== 'FACE' || !person || typeof config !== 'object') return errorFields('INVALID_PARAMETER')
  const certifyId = random()
  checks.begin(certifyId, { outerNumber, person, platformId: null, until: now() + lifeMs })
  return { ...good, certify_id: certifyId }
}

const query = ({ checks }: Desk, { biz_content: content = '' }: Params) => {
  const { certify_id: certifyId } = fieldsIn(content) ?? {}
  const check = isText(certifyId) ? checks.find(certifyId) : null
  if (!check) return errorFields('OPEN_CERTIFY_BILL_NOT_EXIST')
  return { ...good, passed: check.outcome === 'passed' ? 'T' : 'F', identity_info: '{}', material_info: '{}' }
}

export const alipayMethods: Readonly<Record<AlipayApi, (desk: Desk, params: Params) => Readonly<Record<string, unknown>>>> = {
  'alipay.system.oauth.token': oauthToken,
  'alipay.user.certify.open.initialize': initialize,
  'alipay.user.certify.open.query': query,
  'alipay.open.app.mini.templatemessage.send': ({ subscriptions }, { biz_content: content = '' }) => sendMessage(subscriptions, content),
}
