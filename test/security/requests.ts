import type { ErrorCode, OperationName, RequestOf } from '@/contract'
import { civilDate, day } from '@/domain/time'
import { notice } from '../support/record/visitor'
import type { Victim } from './stage'

interface Row<Name extends OperationName> {
  /** A good request of the victim's. */
  readonly request: (of: Victim) => RequestOf<Name>
  /** What whoever has no right to it is answered when they send the same; null where it names nothing of the victim's. */
  readonly others: ErrorCode | null
}

/** A key that has not been used, the same for each try. */
const idempotencyKey = 'security-matrix-1'
const own = { request: () => ({}), others: null } as const

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
  'person/myData': own,
  'person/exportData': { request: ({ checks }) => ({ verificationId: checks.exportData }), others: 'verificationRefused' },
  'person/eraseData': own,
  'card/list': own,
  'card/get': { request: ({ cardId }) => ({ cardId }), others: 'notFound' },
  'card/reportLoss': { request: ({ cardId, checks }) => ({ cardId, verificationId: checks.reportLoss, idempotencyKey }), others: 'notFound' },
  'card/releaseLoss': { request: ({ cardId, checks }) => ({ cardId, verificationId: checks.releaseLoss, idempotencyKey }), others: 'notFound' },
  'card/bankTold': { request: ({ cardId }) => ({ cardId, told: true, idempotencyKey }), others: 'notFound' },
  'card/history': { request: ({ cardId }) => ({ cardId }), others: 'notFound' },
  'outlets/banks': { request: () => ({ city: 'chengdu' }), others: null },
  'outlets/policy': { request: () => ({ city: 'chengdu' }), others: null },
  'outlets/districts': { request: () => ({ city: 'chengdu' }), others: null },
  'outlets/search': { request: () => ({ city: 'chengdu' }), others: null },
  'outlets/get': { request: () => ({ outletId: 'chengdu.wuhou-agency' }), others: null },
  'outlets/forCard': { request: ({ cardId }) => ({ cardId, need: 'reportLoss' }), others: 'notFound' },
}
