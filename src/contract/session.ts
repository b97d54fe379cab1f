import * as v from 'valibot'
import { operation } from './operation'
import { cardId, instant, verificationId } from './shapes'

export const doors = ['wechat', 'alipay'] as const
/** A door a sandbox proof can play. */
export type Door = (typeof doors)[number]

const sandboxProof = v.strictObject({
  kind: v.literal('sandbox'),
  citizen: v.pipe(v.string(), v.regex(/^[\w-]+$/), v.maxLength(64)),
  door: v.picklist(doors),
})
/** What shows who is calling: a union by kind, to which the platforms' own proofs belong. */
const proof = v.variant('kind', [sandboxProof])

const reportLoss = v.strictObject({ purpose: v.literal('reportLoss'), cardId })
const releaseLoss = v.strictObject({ purpose: v.literal('releaseLoss'), cardId })
/** What an identity check is for: one purpose, one card. */
const subject = v.variant('purpose', [reportLoss, releaseLoss])
export type Subject = v.InferOutput<typeof subject>

const challenge = v.variant('provider', [v.object({ provider: v.literal('sandbox') })])
export const verificationResults = ['passed', 'failed', 'cancelled', 'pending'] as const
export type VerificationResult = (typeof verificationResults)[number]

const citizen = v.object({ id: v.string(), name: v.string(), note: v.string() })

export const sessionOperations = {
  'session/demoCitizens': operation('session', 'sandbox', v.strictObject({}), v.object({ citizens: v.array(citizen) })),
  'session/signIn': operation('session', 'anyone', v.strictObject({ proof }), v.object({ token: v.string(), expiresAt: instant })),
  'session/beginVerification': operation('session', 'citizen', v.strictObject({ subject }), v.object({ verificationId, challenge })),
  'session/completeVerification': operation(
    'session',
    'citizen',
    v.strictObject({ verificationId, sandboxResult: v.optional(v.picklist(verificationResults)) }),
    v.object({ result: v.picklist(verificationResults), validUntil: v.optional(instant) }),
  ),
} as const
