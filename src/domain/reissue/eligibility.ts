import type { Card } from '../card'
import type { RefusalCode } from '../decision'
import { settled } from '../lapse'
import type { CityPolicy } from '../policy'
import type { Instant } from '../time'
import { mayNotAct, type Who } from '../who'
import type { Channel, Paper, ReissueKind } from '../words'
import { isOpen } from './order'
import { papersToApply } from './papers'
import { kindOf, reissueWays, type ReissueReason, type ReissueWay } from './words'

/** A card for which a new one is asked, by whom, where and why. */
export interface ReissueCase {
  readonly card: Card
  readonly issuingBank: string
  readonly reason: ReissueReason
  readonly who: Who
  readonly channel: Channel
  /** Orders of this card that were accepted within the last year. */
  readonly withinYear: number
}

/** One way to a new card. */
export interface ReissueOption {
  readonly way: ReissueWay
  /** Where one applies for it; `here`: in the channel that asks. */
  readonly where: readonly Channel[]
  readonly here: boolean
  /** The banks whose outlets, or whose app, serve it; none where a service outlet does. */
  readonly banks: readonly string[]
  /** What to bring where one goes in person. */
  readonly papers: readonly Paper[]
  readonly photo: boolean
  /** Working days from acceptance; none: while one waits. */
  readonly workingDays: number
}

/** What is possible, or which rule says no. `report`: what becomes of the formal report that a lost card needs. */
export type ReissueAnswer =
  | {
    readonly kind: ReissueKind
    readonly report: 'open' | 'madeToo' | 'notNeeded'
    readonly stopsOldCard: boolean
    /** Rule 16: its social security function is cancelled at an agency first. */
    readonly cancelFirst: boolean
    readonly fee: number | null
    readonly options: readonly ReissueOption[]
  }
  | { readonly refused: RefusalCode }

/** Rule 16: a card from elsewhere that has moved here, its bank none of the city's. */
export const isMovedIn = (issuingBank: string, policy: CityPolicy): boolean =>
  policy.movedInCards.value === 'cancelAtAgencyFirst' && !policy.banks.value.some(({ code }) => code === issuingBank)

/** Reasons for which any of the city's banks makes the new card, not the one that issued the old. */
const anyBankFor: readonly ReissueReason[] = ['bankChanged', 'movedProvince', 'oldMedicalCard']

/** The banks that may make the new card. */
export const banksFor = (reason: ReissueReason, issuingBank: string, policy: CityPolicy): readonly string[] =>
  anyBankFor.includes(reason) || isMovedIn(issuingBank, policy) ? policy.banks.value.map(({ code }) => code) : [issuingBank]

const refusalFor = ({ card, issuingBank, who, channel, withinYear }: ReissueCase, policy: CityPolicy): RefusalCode | null => {
  const { timesAYear } = policy.reissue
  if (card.functions.socialSecurity.life === 'cancelled' && !isMovedIn(issuingBank, policy)) return 'cardCancelled'
  if (card.reissue) return 'reissueAlreadyAccepted'
  if (isOpen(card.order)) return 'orderOpen'
  if (card.dispute) return 'disputeOpen'
  if (timesAYear.value !== null && withinYear >= timesAYear.value) return 'reissueLimit'
  return mayNotAct(who, 'reissue', channel, policy)
}

/** The old bank's app makes no other bank's card. */
const isServed = (way: ReissueWay, { reason, issuingBank }: ReissueCase, policy: CityPolicy): boolean => {
  if (policy.reissue.ways[way].value.length === 0) return false
  if (isMovedIn(issuingBank, policy)) return way === 'instant'
  return way !== 'bankApp' || banksFor(reason, issuingBank, policy).length === 1
}

const optionOf = (way: ReissueWay, it: ReissueCase, policy: CityPolicy): ReissueOption => {
  const where = policy.reissue.ways[way].value
  const atBank = way === 'instant' || way === 'bankApp'
  return {
    way,
    where,
    here: where.includes(it.channel),
    banks: atBank ? banksFor(it.reason, it.issuingBank, policy) : [],
    papers: papersToApply(it.who.role, it.reason, policy),
    photo: policy.reissue.photoFor.value.includes(it.reason),
    workingDays: way === 'instant' ? 0 : policy.readyInWorkingDays.value,
  }
}

const reportFor = ({ card, reason }: ReissueCase): 'open' | 'madeToo' | 'notNeeded' => {
  if (kindOf(reason) === 'exchange') return 'notNeeded'
  return card.functions.socialSecurity.report?.kind === 'formal' ? 'open' : 'madeToo'
}

/**
 * Which ways there are to a new card (rules 7, 14–19), each with where, what to bring and how long; or why there is none. For a card that
 * has to be cancelled first (rule 16) only the city's banks are left, also once it is cancelled.
 */
export const reissueAnswer = (asked: ReissueCase, policy: CityPolicy, now: Instant): ReissueAnswer => {
  const it = { ...asked, card: settled(asked.card, now) }
  const refused = refusalFor(it, policy)
  if (refused) return { refused }
  const kind = kindOf(it.reason)
  const { life } = it.card.functions.socialSecurity
  return {
    kind,
    report: life === 'cancelled' ? 'notNeeded' : reportFor(it),
    stopsOldCard: kind === 'replacement' || policy.exchangeStopsOldCard.value,
    cancelFirst: isMovedIn(it.issuingBank, policy) && life !== 'cancelled',
    fee: policy.reissue.fees.value[kind],
    options: reissueWays.filter((way) => isServed(way, it, policy)).map((way) => optionOf(way, it, policy)),
  }
}
