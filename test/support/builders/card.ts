import type { AcceptedReissue, BankTold, Card, Dispute, FunctionFacts, LossReport } from '@/domain/card'
import type { ReissueOrder } from '@/domain/reissue'
import type { Life, ReissueKind } from '@/domain/words'
import { frozen } from './freeze'
import { days, monday } from './time'

/** When the card's lives began, long before the stories. */
const issued = monday - days(100)

export interface CardWords {
  readonly life?: Life
  readonly financialLife?: Life
  readonly report?: LossReport | null
  readonly bankReport?: LossReport | null
  readonly reissue?: AcceptedReissue | null
  readonly order?: ReissueOrder | null
  readonly bankTold?: BankTold | null
  readonly dispute?: Dispute | null
  readonly changedAt?: number
}

const factsOf = (life: Life, report: LossReport | null): FunctionFacts =>
  life === 'cancelled' ? { life, since: issued, report: null } : { life, since: issued, report }

const usual = { life: 'inUse', financialLife: 'inUse', report: null, bankReport: null, reissue: null, order: null, bankTold: null, dispute: null } as const

/** A card in the domain's words: in use, nothing reported, unless told otherwise. */
export const aCard = (words: CardWords = {}): Card => {
  const { life, financialLife, report, bankReport, reissue, order, bankTold, dispute, changedAt } = { ...usual, ...words }
  return frozen({
    functions: { socialSecurity: factsOf(life, report), financial: factsOf(financialLife, bankReport) },
    reissue,
    order,
    bankTold,
    dispute,
    changedAt: changedAt ?? (report || bankReport || reissue ? monday : issued),
  })
}

/** A reissue accepted at a counter on `monday`; an exchange leaves the old card working unless told otherwise. */
export const accepted = (kind: ReissueKind, over: Partial<AcceptedReissue> = {}): AcceptedReissue =>
  frozen({ stopsOldCard: kind === 'replacement', acceptedAt: monday, channel: 'counter', ...over, kind })

/** A dispute about a loss report, taken down on `monday`. */
export const disputed = (over: Partial<Dispute> = {}): Dispute => frozen({ id: 'dispute-0', about: 'lossReported', at: monday, by: 'cardholder', ...over })

/** A lost card's order, applied for in WeChat on `monday`, to be collected at a service outlet. */
export const anOrder = (over: Partial<ReissueOrder> = {}): ReissueOrder =>
  frozen({
    id: 'order-1', kind: 'replacement', reason: 'lost', way: 'serviceOutlet', bank: 'icbc', channel: 'wechat', by: 'cardholder',
    appliedAt: monday, state: 'applied', movedAt: monday, rejectedFor: null, ...over,
  })
