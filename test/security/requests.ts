import type { ErrorCode, OperationName, RequestOf } from '@/contract'
import { civilDate, day } from '@/domain/time'
import { aPhoto } from '../support/record/photo'
import { notice } from '../support/record/visitor'
import type { Victim } from './stage'

/** What is known of a victim, without what they do. */
export type VictimIds = Omit<Victim, 'check' | 'report' | 'release' | 'state'>

interface Row<Name extends OperationName> {
  /** A good request of the victim's. */
  readonly request: (of: VictimIds) => RequestOf<Name>
  /** What whoever has no right to it is answered when they send the same; null where it names nothing of the victim's. */
  readonly others: ErrorCode | null
  /** What the victim is answered where there is nothing yet that it could be about. */
  readonly own?: ErrorCode
}

/** A key that has not been used, the same for each try. */
const idempotencyKey = 'security-matrix-1'
const own = { request: () => ({}), others: null } as const

const address = { recipient: '示例公民甲', phone: '13800000000', division: '510107', street: '示例路 1 号' }
const staff = { id: 'window-1', outlet: 'chengdu.wuhou-agency' }
/** What a partner would say of the victim; a citizen, whoever it is, has no part in it. */
const acted = ({ cardId }: VictimIds) => ({
  card: { cardId },
  staff,
  applicant: { role: 'cardholder' } as const,
  evidence: { kind: 'papers' as const, seen: ['holderId' as const, 'card' as const] },
  idempotencyKey,
})

/** Every operation of the contract, as someone else might try it. One that is missing here does not compile. */
export const rows: { readonly [Name in OperationName]: Row<Name> } = {
  'session/demoCitizens': own,
  'session/signIn': { request: () => ({ proof: { kind: 'wechat', code: 'a-code-of-nobody' } }), others: null },
  'session/refresh': { request: ({ refreshToken }) => ({ refreshToken: `${refreshToken}x` }), others: null },
  'session/signOut': own,
  'session/account': own,
  'session/beginVerification': { request: ({ cardId }) => ({ subject: { purpose: 'reportLoss', cardId } }), others: 'notFound' },
  'session/completeVerification': { request: ({ checks }) => ({ verificationId: checks.reportLoss }), others: 'notFound' },
  'session/bind': { request: ({ checks }) => ({ verificationId: checks.exportData, notice }), others: 'verificationRefused' },
  'session/unbind': own,
  'session/enrolKiosk': { request: () => ({ code: 'no-such-code' }), others: null },
  'session/kiosk': { request: () => ({}), others: null },
  'person/family': own,
  'person/consent': { request: ({ childId }) => ({ childId, agreed: false, notice }), others: 'notFound' },
  'person/grantProxy': {
    request: ({ cardId, checks }) => ({
      cardId,
      purpose: 'reportLoss',
      proxy: { name: '示例公民壬', idNumber: '000000198307300099' },
      lastDay: civilDate(Date.now() + day),
      verificationId: checks.grantProxy,
      idempotencyKey,
    }),
    others: 'notFound',
  },
  'person/revokeProxy': { request: ({ cardId, grantId }) => ({ cardId, grantId }), others: 'notFound' },
  'person/inbox': own,
  'person/readInbox': { request: ({ messageId }) => ({ messageId }), others: 'notFound' },
  'person/messageTemplates': own,
  'person/subscribe': { request: () => ({ templates: ['cardChanged'], idempotencyKey }), others: null },
  'person/myData': own,
  'person/exportData': { request: ({ checks }) => ({ verificationId: checks.exportData }), others: 'verificationRefused' },
  'person/eraseData': own,
  'card/list': own,
  'card/get': { request: ({ cardId }) => ({ cardId }), others: 'notFound' },
  'card/reportLoss': { request: ({ cardId, checks }) => ({ cardId, verificationId: checks.reportLoss, idempotencyKey }), others: 'notFound' },
  'card/releaseLoss': { request: ({ cardId, checks }) => ({ cardId, verificationId: checks.releaseLoss, idempotencyKey }), others: 'notFound' },
  'card/bankTold': { request: ({ cardId }) => ({ cardId, told: true, idempotencyKey }), others: 'notFound' },
  'card/dispute': { request: ({ cardId }) => ({ cardId, about: 'passwordSet', idempotencyKey }), others: 'notFound' },
  'card/setServicePassword': {
    request: ({ cardId, checks }) => ({ cardId, verificationId: checks.setPassword, password: '730914', idempotencyKey }),
    others: 'notFound',
  },
  'card/history': { request: ({ cardId }) => ({ cardId }), others: 'notFound' },
  'reissue/options': { request: ({ cardId }) => ({ cardId, reason: 'lost' }), others: 'notFound' },
  'reissue/uploadPhoto': { request: ({ cardId }) => ({ cardId, photo: aPhoto(), idempotencyKey }), others: 'notFound' },
  'reissue/apply': {
    request: ({ cardId, checks }) => ({ cardId, verificationId: checks.reissue, idempotencyKey, reason: 'lost', way: 'serviceOutlet' }),
    others: 'notFound',
  },
  'reissue/order': { request: ({ cardId }) => ({ cardId }), others: 'notFound' },
  'reissue/correct': { request: ({ cardId }) => ({ cardId, orderId: 'an-order-of-nobody', idempotencyKey }), others: 'notFound', own: 'noOrder' },
  'reissue/cancel': { request: ({ cardId }) => ({ cardId, orderId: 'an-order-of-nobody', idempotencyKey }), others: 'notFound', own: 'noOrder' },
  'reissue/changeAddress': { request: ({ cardId }) => ({ cardId, orderId: 'an-order-of-nobody', address, idempotencyKey }), others: 'notFound', own: 'noOrder' },
  'reissue/receipt': { request: ({ cardId }) => ({ cardId }), others: 'notFound', own: 'noOrder' },
  'reissue/applicationForm': { request: ({ cardId }) => ({ cardId, reason: 'lost', way: 'serviceOutlet' }), others: 'notFound' },
  'reissue/activate': {
    request: ({ cardId, checks }) => ({ cardId, verificationId: checks.activate, password: '730914', idempotencyKey }),
    others: 'notFound',
  },
  'outlets/banks': { request: () => ({ city: 'chengdu' }), others: null },
  'outlets/policy': { request: () => ({ city: 'chengdu' }), others: null },
  'outlets/districts': { request: () => ({ city: 'chengdu' }), others: null },
  'outlets/search': { request: () => ({ city: 'chengdu' }), others: null },
  'outlets/get': { request: () => ({ outletId: 'chengdu.wuhou-agency' }), others: null },
  'outlets/forCard': { request: ({ cardId }) => ({ cardId, need: 'reportLoss' }), others: 'notFound' },
  'channel/cardStatus': { request: ({ cardId }) => ({ find: { cardId }, staff }), others: null },
  'channel/history': { request: ({ cardId }) => ({ card: { cardId }, staff }), others: null },
  'channel/reportLoss': { request: acted, others: null },
  'channel/releaseLoss': { request: acted, others: null },
  'channel/acceptReissue': { request: (of) => ({ ...acted(of), kind: 'exchange' }), others: null },
  'channel/bankReported': { request: ({ cardId }) => ({ card: { cardId }, staff, idempotencyKey }), others: null },
  'channel/bankReleased': { request: ({ cardId }) => ({ card: { cardId }, staff, idempotencyKey }), others: null },
  'channel/setServicePassword': { request: (of) => ({ ...acted(of), password: '730914' }), others: null },
  'channel/linkGuardian': { request: (of) => ({ ...acted(of), guardian: { name: '示例公民壬', idNumber: '000000198307300099' } }), others: null },
  'channel/disputes': { request: () => ({ staff }), others: null },
  'channel/closeDispute': { request: (of) => ({ ...acted(of), disputeId: 'a-dispute-of-nobody', outcome: 'upheld' }), others: null },
  'channel/voice': { request: () => ({ callId: 'call-of-nobody', turn: 0, caller: '' }), others: null },
  'channel/events': own,
  'channel/orders': { request: () => ({ staff, states: ['applied'] }), others: null },
  'channel/rejectReissue': { request: ({ cardId }) => ({ card: { cardId }, staff, orderId: 'an-order-of-nobody', rejectedFor: 'photo', idempotencyKey }), others: null },
  'channel/correctOrder': { request: (of) => ({ ...acted(of), orderId: 'an-order-of-nobody' }), others: null },
  'channel/cancelOrder': { request: (of) => ({ ...acted(of), orderId: 'an-order-of-nobody' }), others: null },
  'channel/changeAddress': { request: (of) => ({ ...acted(of), orderId: 'an-order-of-nobody', address }), others: null },
  'channel/orderPhoto': { request: ({ cardId }) => ({ card: { cardId }, staff, orderId: 'an-order-of-nobody' }), others: null },
  'channel/applicationForm': {
    request: ({ cardId }) => ({ card: { cardId }, staff, idNumber: '000000198307300099', reason: 'damaged', way: 'serviceOutlet' }), others: null,
  },
  'channel/moveOrder': { request: ({ cardId }) => ({ card: { cardId }, staff, orderId: 'an-order-of-nobody', move: 'produce', idempotencyKey }), others: null },
  'channel/collect': { request: (of) => ({ ...acted(of), orderId: 'an-order-of-nobody' }), others: null },
  'channel/receipt': { request: ({ cardId }) => ({ card: { cardId }, staff }), others: null },
  'channel/activate': { request: (of) => ({ ...acted(of), password: '730914' }), others: null },
  'channel/bankActivated': { request: ({ cardId }) => ({ card: { cardId }, staff, idempotencyKey }), others: null },
  'counter/signIn': { request: () => ({ staffId: 'nobody', password: 'a-password-of-nobody' }), others: null },
  'counter/signOut': own,
  'counter/me': own,
}
