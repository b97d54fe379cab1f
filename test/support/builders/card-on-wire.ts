import type { BankOnWire, CardOnWire, DisputeOnWire, HistoryEventOnWire, MessageOnWire, ReportOnWire } from '@/contract'
import type { ActionReason } from '@/domain/actions'
import { actions, type Channel, type ShownState } from '@/domain/words'

const longAgo = '2025-01-01T08:00:00.000+08:00'

export const bank: BankOnWire = { code: 'bocd', name: '成都银行', nameEn: 'Bank of Chengdu', hotline: '95507', verified: true }

/** What stands in the way of an action, and where it can be done instead. */
interface Hindrance {
  readonly reason: ActionReason
  readonly where?: Channel[]
}
type Hindrances = Partial<Record<(typeof actions)[number], Hindrance>>

const usual: Partial<Record<ShownState, Hindrances>> = {
  inUse: { releaseLoss: { reason: 'nothingToRelease' }, bankTold: { reason: 'nothingReported' } },
  notActivated: { releaseLoss: { reason: 'nothingToRelease' }, bankTold: { reason: 'nothingReported' } },
  locked: { releaseLoss: { reason: 'nothingToRelease' }, bankTold: { reason: 'nothingReported' } },
  formallyLost: { reportLoss: { reason: 'alreadyReported' } },
  beingReissued: { reportLoss: { reason: 'alreadyReported' }, releaseLoss: { reason: 'reissueAlreadyAccepted' } },
  cancelled: { reportLoss: { reason: 'cardCancelled' }, releaseLoss: { reason: 'cardCancelled' }, bankTold: { reason: 'nothingReported' } },
}

interface Given extends Partial<Omit<CardOnWire, 'socialSecurity' | 'financial' | 'actions'>> {
  readonly state?: ShownState
  readonly bankState?: ShownState
  readonly since?: string
  readonly lapsesAt?: string
  readonly hindrances?: Hindrances
}

/** A citizen's card as the server answers it, with what a test is about. */
export const cardOnWire = ({ state = 'inUse', bankState = 'inUse', since = longAgo, lapsesAt, hindrances = usual[state] ?? {}, ...rest }: Given = {}): CardOnWire => ({
  cardId: 'card-1',
  maskedNumber: '5101**********1234',
  holder: { relation: 'cardholder', maskedName: '示例公民' },
  city: 'chengdu',
  issuingBank: bank.code,
  bankTold: false,
  ...rest,
  socialSecurity: { state, since, ...(lapsesAt && { lapsesAt }) },
  financial: { state: bankState, since: longAgo },
  actions: actions.map((action) => ({ action, allowed: !hindrances[action], ...hindrances[action] })),
})

/** A formal report made in WeChat this morning, with what a test is about. */
export const reportOnWire = (differences: Partial<ReportOnWire> = {}): ReportOnWire => ({
  receiptNumber: 'GS2603100042',
  function: 'socialSecurity',
  kind: 'formal',
  channel: 'wechat',
  by: 'cardholder',
  reportedAt: '2026-03-10T10:24:00.000+08:00',
  releasedIn: ['wechat', 'alipay', 'tianfu'],
  ...differences,
})

export const eventOnWire = (differences: Partial<HistoryEventOnWire> = {}): HistoryEventOnWire => ({
  at: '2026-03-10T10:24:00.000+08:00',
  what: 'lossReported',
  channel: 'wechat',
  by: 'cardholder',
  function: 'socialSecurity',
  kind: 'formal',
  ...differences,
})

/** A dispute that was said this morning and is open, with what a test is about. */
export const disputeOnWire = (differences: Partial<DisputeOnWire> = {}): DisputeOnWire =>
  ({ disputeId: 'dispute-1', about: 'lossReported', openedAt: '2026-03-10T10:26:00.000+08:00', ...differences })

/** What somebody was told of a formal report, and has not seen yet, with what a test is about. */
export const messageOnWire = (differences: Partial<MessageOnWire> = {}): MessageOnWire => ({
  messageId: 'message-1',
  cardId: 'card-1',
  maskedNumber: '5101**********1234',
  about: 'lossReported',
  function: 'socialSecurity',
  at: '2026-03-10T10:24:00.000+08:00',
  channel: 'wechat',
  by: 'cardholder',
  kind: 'formal',
  read: false,
  hotline: '028-12333',
  ...differences,
})
