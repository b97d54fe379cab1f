import { allowedActions, type ActionReason } from '../actions'
import type { Card } from '../card'
import { settled } from '../lapse'
import type { Bank, CityPolicy } from '../policy'
import { releasableIn } from '../release'
import { bankStillToTell, stateAt } from '../state'
import type { Instant } from '../time'
import type { Who } from '../who'
import { channels, type Action, type BilingualName, type Channel, type ShownState } from '../words'

/** Why something is not done by telephone, and where it is, as far as the rule knows. */
export interface NotHere {
  readonly code: ActionReason
  readonly where: readonly Channel[]
}

/** How a card stands for a caller whose password was right: everything the line says of it. Null: it can be done. */
export interface Standing {
  readonly state: ShownState
  readonly until: Instant | null
  /** Where the report that is open is released; none where there is none, or it never is. */
  readonly releasedIn: readonly Channel[]
  readonly notReported: NotHere | null
  readonly notCancelled: NotHere | null
  /** After how many days a report made here lapses; null where it does not. */
  readonly days: number | null
  readonly formalIn: readonly Channel[]
  readonly bank: BilingualName | null
  readonly hotline: string
  readonly bankToTell: boolean
}

export interface StandingFacts {
  readonly card: Card
  readonly who: Who
  readonly policy: CityPolicy
  /** The card's own, where the city has it in its list. */
  readonly bank: Bank | undefined
}

const notHere = ({ card, who, policy }: StandingFacts, wanted: Action, now: Instant): NotHere | null => {
  const found = allowedActions(card, who, 'phone', policy, now).find(({ action }) => action === wanted)
  return found?.allowed === false ? { code: found.reason, where: found.where ?? [] } : null
}

/** Where a formal report of the social security function is made. */
export const formalChannels = ({ reports }: CityPolicy): Channel[] =>
  channels.filter((channel) => reports.value[channel].socialSecurity.includes('formal'))

/** What is said of a card on the telephone at `now` (ms), by the same rules that decide there. */
export const standingOf = (facts: StandingFacts, now: Instant): Standing => {
  const { card, policy, bank } = facts
  const { state, lapsesAt = null } = stateAt(card, now).socialSecurity
  const { report } = settled(card, now).functions.socialSecurity
  return {
    state,
    until: lapsesAt,
    releasedIn: report && !card.reissue ? releasableIn('socialSecurity', report, policy) : [],
    notReported: notHere(facts, 'reportLoss', now),
    notCancelled: notHere(facts, 'releaseLoss', now),
    days: policy.reports.value.phone.socialSecurity[0] === 'temporary' ? policy.temporaryDays.socialSecurity.value : null,
    formalIn: formalChannels(policy),
    bank: bank?.name ?? null,
    hotline: bank?.hotline ?? '',
    bankToTell: bankStillToTell(card, now),
  }
}
