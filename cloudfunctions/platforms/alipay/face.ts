import * as v from 'valibot'
import type { PhoneSaid, VerificationResult } from '@/contract'
import { newOuterNumber } from '../outer-number'
import type { AskedCheck, BegunCheck, Certificate } from '../platform'
import type { Client } from './client'
import { read } from './read'

export const beginFaceCheck = async (client: Client, { name, idNumber }: Certificate): Promise<BegunCheck> => {
  const outerNumber = newOuterNumber()
  const bizContent = {
    outer_order_no: outerNumber,
    biz_code: 'FACE',
    identity_param: { identity_type: 'CERT_INFO', cert_type: 'IDENTITY_CARD', cert_name: name, cert_no: idNumber },
    merchant_config: {},
  }
  const { certify_id: certifyId } = read({ certify_id: v.string() }, await client.call('alipay.user.certify.open.initialize', { bizContent }))
  const url = await client.page('alipay.user.certify.open.certify', { certify_id: certifyId })
  return { outerNumber, ticket: certifyId, challenge: { provider: 'alipay', certifyId, url } }
}

/** Alipay answers F alike for a check that failed, one that was left and one that is not done: the phone alone can tell them apart. */
const notPassed: Readonly<Record<PhoneSaid, VerificationResult>> = { finished: 'failed', cancelled: 'cancelled', unsure: 'pending' }

/** What was not heard, is an error or was not signed by Alipay is pending, whatever the phone says. */
export const askFaceCheck = async (client: Client, { ticket, phone }: AskedCheck): Promise<VerificationResult> => {
  try {
    const answer = await client.call('alipay.user.certify.open.query', { bizContent: { certify_id: ticket } })
    const { passed } = read({ code: v.literal('10000'), passed: v.picklist(['T', 'F']) }, answer)
    return passed === 'T' ? 'passed' : notPassed[phone]
  } catch {
    return 'pending'
  }
}
