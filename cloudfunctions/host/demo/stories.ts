import { decideAcceptReissue } from '@/domain/accept-reissue'
import { decideBankTold } from '@/domain/bank-told'
import type { Card } from '@/domain/card'
import { cardAfter, type Decision } from '@/domain/decision'
import type { CardChange } from '@/domain/events'
import type { CityPolicy } from '@/domain/policy'
import { decideApplyReissue, decideMove, type MoveRequest, type ReissueReason } from '@/domain/reissue'
import { decideReportLoss } from '@/domain/report-loss'
import { day, type Instant } from '@/domain/time'
import { adultAge } from '@/domain/who'
import type { Channel, ReissueKind } from '@/domain/words'
import { newKey, newReceiptNumber, type Story } from '../../repository'
import type { demoCitizens } from '../../session/demo-citizens'

type Step = (card: Card, policy: CityPolicy, at: Instant) => Decision

const by = 'cardholder'

const report = (channel: Channel): Step => (card, policy, at) =>
  decideReportLoss(card, { channel, by, ids: { socialSecurity: newReceiptNumber(at), financial: newReceiptNumber(at) } }, policy, at)

const tellBank = (channel: Channel): Step => (card, _policy, at) => decideBankTold(card, { told: true, channel, by }, at)

/** Asked for on a phone, collected at a service outlet; for a lost card the report is made with it. */
const applyFor = (reason: ReissueReason, issuingBank: string): Step => (card, policy, at) => decideApplyReissue(card, {
  id: newKey(), reason, way: 'serviceOutlet', issuingBank, channel: 'wechat', by, who: { role: by, holderAge: adultAge }, withinYear: 0, hasAddress: false, hasPhoto: false,
  reportIds: { socialSecurity: newReceiptNumber(at), financial: newReceiptNumber(at) },
}, policy, at)

const accept = (kind: ReissueKind): Step => (card, policy, at) =>
  decideAcceptReissue(card, { id: newKey(), kind, bank: 'icbc', channel: 'counter', by }, policy, at)

const move = (to: MoveRequest['move']): Step => (card, _policy, at) =>
  decideMove(card, { orderId: card.order?.id ?? '', move: to, channel: 'counter', by, hasNewCard: true }, at)

interface Told {
  readonly card: Card
  readonly events: readonly CardChange[]
}

/** Steps, each some days before now, decided one after the other as they would have been then. */
const story = (...steps: readonly (readonly [daysAgo: number, step: Step])[]): Story => (card, policy, now) => {
  const told = steps.reduce<Told>((before, [daysAgo, step]) => {
    const decision = step(before.card, policy, now - daysAgo * day)
    if (decision.outcome !== 'change') throw new TypeError('a story of the demo city is against the rules')
    return { card: cardAfter(before.card, decision), events: [...before.events, ...decision.events] }
  }, { card, events: [] })
  return told.events
}

/** What happened to the demo citizens' cards before anyone came to look. */
export const stories: Readonly<Partial<Record<(typeof demoCitizens)[number]['id'], Story>>> = {
  'temporarily-lost': story([4, report('phone')]),
  lapsed: story([10, report('phone')]),
  'lost-by-wechat': story([2, report('wechat')], [1.9, tellBank('wechat')]),
  'lost-at-counter': story([5, report('counter')]),
  'being-reissued': story([12, report('counter')], [6, accept('replacement')], [3, move('produce')]),
  'card-ready': story([20, applyFor('damaged', 'icbc')], [19, accept('exchange')], [14, move('produce')], [1, move('makeReady')]),
  'card-collected': story(
    [24, applyFor('lost', 'ccb')], [23, accept('replacement')], [17, move('produce')], [3, move('makeReady')], [1, move('collect')],
  ),
}
