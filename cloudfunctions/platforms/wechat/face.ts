import * as v from 'valibot'
import type { VerificationResult } from '@/contract'
import { RequestError } from '../../runtime/errors'
import { newOuterNumber } from '../outer-number'
import type { AskedCheck, BegunCheck, Certificate } from '../platform'
import type { WithToken } from './access-token'
import { certHash, certType } from './cert-hash'
import type { Ask } from './http'
import { read } from './read'
import { resultOf } from './verify-ret'

const folder = '/cityservice/face/identify'

export const beginFaceCheck = async (ask: Ask, withToken: WithToken, { name, idNumber }: Certificate, openid: string): Promise<BegunCheck> => {
  const outerNumber = newOuterNumber()
  const body = { out_seq_no: outerNumber, cert_info: { cert_type: certType, cert_name: name, cert_no: idNumber }, openid }
  const reply = await withToken((token) => ask(`${folder}/getverifyid`, { access_token: token }, body))
  const { verify_id: verifyId } = read({ verify_id: v.string() }, reply)
  return { outerNumber, ticket: verifyId, challenge: { provider: 'wechat', verifyId } }
}

const ended = async (ask: Ask, withToken: WithToken, { outerNumber, ticket, person, platformId, phone }: AskedCheck): Promise<VerificationResult> => {
  const body = { verify_id: ticket, out_seq_no: outerNumber, cert_hash: certHash(person), openid: platformId }
  const reply = await withToken((token) => ask(`${folder}/queryverifyinfo`, { access_token: token }, body))
  // WeChat answers a number, a person or an openid of another check with an error, whose code it does not document
  const result = reply.errcode === 0 ? resultOf(reply.verify_ret) : 'pending'
  return result === 'pending' && phone === 'cancelled' ? 'cancelled' : result
}

/** What was not heard is pending, whatever the phone says. */
export const askFaceCheck = async (ask: Ask, withToken: WithToken, check: AskedCheck): Promise<VerificationResult> => {
  try {
    return await ended(ask, withToken, check)
  } catch (thrown) {
    if (thrown instanceof RequestError && thrown.code === 'busy') return 'pending'
    throw thrown
  }
}
