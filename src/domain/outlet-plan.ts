import type { Card, LossReport } from './card'
import type { CardRefusal, Refusal } from './decision'
import { settled } from './lapse'
import type { CityPolicy } from './policy'
import { isMovedIn } from './reissue/eligibility'
import { isAnyOutletsToCancel, releasableIn } from './release'
import type { Instant } from './time'
import { channels, type AlreadyReason, type Capability, type Channel, type OutletKind, type OutletNeed, type OutletStepName } from './words'

/** Which outlets serve one step; what is left out restricts nothing. */
export interface OutletStep {
  readonly step: OutletStepName
  readonly kinds: readonly OutletKind[]
  readonly bank?: string
  readonly capability?: Capability
  /** The one outlet, by its id in the city's list. */
  readonly outlet?: string
}

/** Why no outlet is offered: a rule says no, or there is nothing to go for. */
export type NoOutlet = Refusal<CardRefusal> | { readonly code: AlreadyReason | 'nothingToCollect' | 'nothingToActivate' }

/** Where to go, one step after the other or one instead of the other as the steps say; or why nowhere. */
export type OutletPlan = { readonly steps: readonly [OutletStep, ...OutletStep[]] } | { readonly none: NoOutlet }

/** A card with what the outlets' rules ask of it beside its facts. */
export interface OutletCase {
  readonly card: Card
  readonly issuingBank: string
}

export const serviceKinds = ['community', 'subdistrict', 'agency', 'bureau'] as const satisfies readonly OutletKind[]

/** Which kinds of outlet one meets a channel in: a counter is a bank's too, machines stand by themselves or in hospitals. */
const kindsOf: Readonly<Partial<Record<Channel, readonly OutletKind[]>>> = {
  counter: [...serviceKinds, 'bank'],
  terminal: ['terminal', 'hospital'],
}

const kindsIn = (where: readonly Channel[]): OutletKind[] => where.flatMap((channel) => kindsOf[channel] ?? [])

const toReport = ({ card }: OutletCase, policy: CityPolicy): OutletPlan => {
  const { life, report } = card.functions.socialSecurity
  if (life === 'cancelled') return { none: { code: 'cardCancelled' } }
  if (report?.kind === 'formal') return { none: { code: 'alreadyReported' } }
  const made = channels.filter((channel) => policy.reports.value[channel].socialSecurity.length > 0)
  const kinds = kindsIn(made)
  const [first, ...others] = kinds
  return first ? { steps: [{ step: 'reportInPerson', kinds: [first, ...others], capability: 'reportLoss' }] } : { none: { code: 'reportNotMadeHere', where: made } }
}

const releaseStep = (report: LossReport, where: readonly Channel[], policy: CityPolicy): OutletStep | null => {
  if (isAnyOutletsToCancel('socialSecurity', report, policy)) return { step: 'anyOutletCancels', kinds: [...serviceKinds, 'bank'] }
  const kinds = kindsIn(where)
  if (kinds.length === 0) return null
  if (policy.release.value[report.releasedLike].mode !== 'sameOutlet') return { step: 'releaseInPerson', kinds, capability: 'releaseLoss' }
  return report.outlet === null ? null : { step: 'releaseWhereReported', kinds: [], outlet: report.outlet }
}

const toRelease = ({ card }: OutletCase, policy: CityPolicy): OutletPlan => {
  const { life, report } = card.functions.socialSecurity
  if (life === 'cancelled') return { none: { code: 'cardCancelled' } }
  if (!report) return { none: { code: 'nothingToRelease' } }
  if (card.reissue) return { none: { code: 'reissueAlreadyAccepted' } }
  const where = releasableIn('socialSecurity', report, policy)
  if (where.length === 0) return { none: { code: 'neverReleased' } }
  const step = releaseStep(report, where, policy)
  return step ? { steps: [step] } : { none: { code: 'releasedElsewhere', where } }
}

const toReissue = (it: OutletCase, policy: CityPolicy): OutletPlan => {
  const { card, issuingBank: bank } = it
  const prints = { kinds: ['bank'], capability: 'instantIssuance' } as const
  if (card.functions.socialSecurity.life === 'cancelled') return isMovedIn(bank, policy) ? { steps: [{ step: 'anyBankPrints', ...prints }] } : { none: { code: 'cardCancelled' } }
  if (card.reissue) return { none: { code: 'reissueAlreadyAccepted' } }
  if (isMovedIn(bank, policy)) return { steps: [{ step: 'agencyCancelsFirst', kinds: ['agency'] }, { step: 'anyBankPrints', ...prints }] }
  return { steps: [{ step: 'issuingBankPrints', bank, ...prints }, { step: 'serviceOutletReissues', kinds: serviceKinds, capability: 'reissue' }] }
}

const toCollect = ({ card, issuingBank: bank }: OutletCase): OutletPlan =>
  card.reissue
    ? { steps: [{ step: 'serviceOutletHands', kinds: serviceKinds, capability: 'collect' }, { step: 'issuingBankHands', kinds: ['bank'], bank, capability: 'collect' }] }
    : { none: { code: 'nothingToCollect' } }

const toActivate = ({ card, issuingBank: bank }: OutletCase): OutletPlan => {
  const { socialSecurity, financial } = card.functions
  const [first, ...others]: OutletStep[] = [
    ...(socialSecurity.life === 'notActivated' ? [{ step: 'activateSocialSecurity', kinds: [], capability: 'activateSocialSecurity' } as const] : []),
    ...(financial.life === 'notActivated' ? [{ step: 'activateAtBank', kinds: ['bank'], bank } as const] : []),
  ]
  return first ? { steps: [first, ...others] } : { none: { code: 'nothingToActivate' } }
}

const plans: Readonly<Record<OutletNeed, (it: OutletCase, policy: CityPolicy) => OutletPlan>> = {
  reportLoss: toReport,
  release: toRelease,
  instantReissue: toReissue,
  collect: toCollect,
  activate: toActivate,
}

/**
 * Which outlets serve a need of this card at `now` (ms): rules 10, 12 (any outlet cancels a temporary report; for others the city's
 * rule decides), 15 and 16. Without any it says why: nothing to go for, or a refusal with where instead.
 */
export const planOutlets = (need: OutletNeed, it: OutletCase, policy: CityPolicy, now: Instant): OutletPlan =>
  plans[need]({ ...it, card: settled(it.card, now) }, policy)
