import * as v from 'valibot'
import { operation } from './operation'
import { cardId, cardNumber, citizenName, city, idNumber, instant, verificationId } from './shapes'

export const doors = ['wechat', 'alipay'] as const
/** A platform through which a citizen signs in. */
export type Door = (typeof doors)[number]

export const citizenChannels = [...doors, 'terminal'] as const
/** Where a citizen's session is: at a platform, or before a terminal that has read their ID card. */
export type CitizenChannel = (typeof citizenChannels)[number]

const sandboxProof = v.strictObject({
  kind: v.literal('sandbox'),
  citizen: v.pipe(v.string(), v.regex(/^[\w-]+$/), v.maxLength(64)),
  door: v.picklist(doors),
})
/** What a platform gives a phone once, and its server takes back for the citizen's id there. */
const code = v.pipe(v.string(), v.regex(/^[\w-]+$/), v.maxLength(128))
/** The day of the privacy notice that was agreed to. */
const notice = v.pipe(v.string(), v.isoDate())
/**
 * What shows who is calling: a demo citizen played at a door, WeChat's `wx.login` code, Alipay's `my.getAuthCode` code; or what an enrolled
 * terminal's reader has read, which counts only from that device.
 */
const proof = v.variant('kind', [
  sandboxProof,
  v.strictObject({ kind: v.literal('wechat'), code }),
  v.strictObject({ kind: v.literal('alipay'), code }),
  v.strictObject({ kind: v.literal('terminal'), name: citizenName, idNumber, notice }),
])
export type Proof = v.InferOutput<typeof proof>

const refreshToken = v.pipe(v.string(), v.regex(/^[\w.-]+$/), v.maxLength(128))
/** A session: the short token says who calls, the long one gets the next. `bound` when we know whose account it is. */
const signedIn = v.object({ token: v.string(), expiresAt: instant, refreshToken: v.string(), bound: v.boolean() })
export type SignedIn = v.InferOutput<typeof signedIn>

export const cardPurposes = ['reportLoss', 'releaseLoss', 'reissue', 'grantProxy', 'setPassword', 'activate'] as const
const forCard = <const P extends (typeof cardPurposes)[number]>(purpose: P) => v.strictObject({ purpose: v.literal(purpose), cardId })
/**
 * What an identity check is for: one purpose and one card; or whose account this is, with the name and number that the platform
 * checks against the face; or the copy of one's own data.
 */
const subject = v.variant('purpose', [
  forCard('reportLoss'),
  forCard('releaseLoss'),
  forCard('reissue'),
  forCard('grantProxy'),
  forCard('setPassword'),
  forCard('activate'),
  v.strictObject({ purpose: v.literal('bind'), name: citizenName, idNumber }),
  v.strictObject({ purpose: v.literal('exportData') }),
])
export type Subject = v.InferOutput<typeof subject>
export type CheckPurpose = Subject['purpose']

/** What the phone is to do: nothing but play in the sandbox, `wx.requestFacialVerify`, or Alipay's `startBizService`; a terminal has read the ID card. */
const challenge = v.variant('provider', [
  v.object({ provider: v.literal('sandbox') }),
  v.object({ provider: v.literal('terminal') }),
  v.object({ provider: v.literal('wechat'), verifyId: v.string() }),
  v.object({ provider: v.literal('alipay'), certifyId: v.string(), url: v.string() }),
])
export type Challenge = v.InferOutput<typeof challenge>

export const verificationResults = ['passed', 'failed', 'cancelled', 'pending'] as const
export type VerificationResult = (typeof verificationResults)[number]

export const phoneSaid = ['finished', 'cancelled', 'unsure'] as const
/** What the phone saw of the check. It is no proof: it only tells a check that was left from one that failed. */
export type PhoneSaid = (typeof phoneSaid)[number]

/** Someone of the demo city, with what their ID card and social security cards say; `newcomer`: whose accounts are nobody's yet. */
const citizen = v.object({
  id: v.string(), name: v.string(), note: v.string(), idNumber: v.string(), cardNumbers: v.array(v.string()), newcomer: v.optional(v.boolean()),
})
const endings = ['moved', 'unbound', 'erased'] as const
/** A terminal, and the outlet it stands in; its name where the city's list has one. */
const kiosk = v.object({ kioskId: v.string(), outletId: v.string(), outletName: v.optional(v.string()), city })
export type KioskOnWire = v.InferOutput<typeof kiosk>

export const sessionOperations = {
  'session/demoCitizens': operation('session', 'sandbox', v.strictObject({}), v.object({ citizens: v.array(citizen) })),
  'session/signIn': operation('session', 'anyone', v.strictObject({ proof }), signedIn),
  'session/refresh': operation('session', 'anyone', v.strictObject({ refreshToken }), signedIn),
  'session/signOut': operation('session', 'account', v.strictObject({}), v.object({})),
  /** Whose account this is; and where it is nobody's any more, since when and why, which is how a lost phone's account is told. */
  'session/account': operation(
    'session',
    'account',
    v.strictObject({}),
    v.object({
      bound: v.boolean(),
      maskedName: v.optional(v.string()),
      boundAt: v.optional(instant),
      ended: v.optional(v.object({ at: instant, why: v.picklist(endings) })),
    }),
  ),
  'session/beginVerification': operation('session', 'account', v.strictObject({ subject }), v.object({ verificationId, challenge })),
  /** `readCard`: the number that a terminal's reader has read of the social security card; a release or an activation there passes by it, and is pending until then. */
  'session/completeVerification': operation(
    'session',
    'account',
    v.strictObject({
      verificationId, phone: v.optional(v.picklist(phoneSaid)), sandboxResult: v.optional(v.picklist(verificationResults)), readCard: v.optional(cardNumber),
    }),
    v.object({ result: v.picklist(verificationResults), validUntil: v.optional(instant) }),
  ),
  /** `moved`: another account of this person at this door was let go of. */
  'session/bind': operation(
    'session',
    'account',
    v.strictObject({ verificationId, notice }),
    v.object({ maskedName: v.string(), moved: v.boolean(), already: v.boolean() }),
  ),
  'session/unbind': operation('session', 'account', v.strictObject({}), v.object({ already: v.boolean() })),
  /** Makes this browser the terminal that a code was issued for. The device's credential never comes in an answer: it is a cookie. */
  'session/enrolKiosk': operation('session', 'anyone', v.strictObject({ code: v.pipe(v.string(), v.regex(/^[\w-]+$/), v.maxLength(64)) }), v.object({ kiosk })),
  /** Which terminal this browser is; none where it is not enrolled, or not any more. */
  'session/kiosk': operation('session', 'anyone', v.strictObject({}), v.object({ kiosk: v.optional(kiosk) })),
} as const
