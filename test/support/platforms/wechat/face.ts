import { createHash, randomBytes } from 'node:crypto'
import type { Checks, FaceCheck, Person } from '../checks'
import { fieldsIn, json, type Said } from '../http'
import { wechatError } from './errors'

const lifeSeconds = 3_600
const results = { passed: 10000, failed: 10004, cancelled: 90004, pending: 10005, notDone: 10300 } as const

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

const personIn = (certInfo: unknown): Person | null => {
  const { cert_type: type, cert_name: name, cert_no: idNumber } = fieldsIn(JSON.stringify(certInfo) ?? '') ?? {}
  return type === 'IDENTITY_CARD' && isText(name) && isText(idNumber) ? { name, idNumber } : null
}

export const getVerifyId = (body: string, checks: Checks, knows: (openid: string) => boolean, now: number): Said => {
  const asked = fieldsIn(body)
  if (!asked) return wechatError(47001)
  const { out_seq_no: outerNumber, cert_info: certInfo, openid } = asked
  const person = personIn(certInfo)
  if (!isText(outerNumber) || !/^[0-9A-Za-z_-]{5,32}$/.test(outerNumber) || checks.isUsed(outerNumber) || !person) return wechatError(40097)
  if (!isText(openid) || !knows(openid)) return wechatError(40003)
  const verifyId = randomBytes(32).toString('base64url')
  checks.begin(verifyId, { outerNumber, person, platformId: openid, until: now + lifeSeconds * 1000 })
  return json({ errcode: 0, errmsg: 'ok', verify_id: verifyId, expires_in: lifeSeconds })
}

const base64 = (text: string) => Buffer.from(text).toString('base64')
const hashOf = ({ name, idNumber }: Person) => {
  const joined = ['cert_type=', base64('IDENTITY_CARD'), '&cert_name=', base64(name), '&cert_no=', base64(idNumber)].join('')
  return createHash('sha256').update(joined).digest('hex')
}

/** A number, a person or an openid of another check is an error, and not a result, so that none of them can be exchanged. */
const belongs = (check: FaceCheck, asked: Record<string, unknown>) =>
  asked.out_seq_no === check.outerNumber && asked.openid === check.platformId && asked.cert_hash === hashOf(check.person)

export const queryVerifyInfo = (body: string, checks: Checks): Said => {
  const asked = fieldsIn(body)
  if (!asked) return wechatError(47001)
  const check = isText(asked.verify_id) ? checks.find(asked.verify_id) : null
  if (!check || !belongs(check, asked)) return wechatError(84001)
  return json({ errcode: 0, errmsg: 'ok', verify_ret: results[check.outcome] })
}
