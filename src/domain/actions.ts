import { decideBankTold } from './bank-told'
import type { Card } from './card'
import type { CardRefusal, Decision } from './decision'
import type { CityPolicy } from './policy'
import { decideRelease } from './release'
import { decideReportLoss, ownFunction } from './report-loss'
import type { Instant } from './time'
import { mayNotAct, type Who } from './who'
import { actions, type Action, type AlreadyReason, type Channel } from './words'

/** Why an action is not offered: a rule refuses it, or there is nothing left to do. */
export type ActionReason = CardRefusal | AlreadyReason

export type ActionState =
  | { readonly action: Action; readonly allowed: true }
  | { readonly action: Action; readonly allowed: false; readonly reason: ActionReason; readonly where?: readonly Channel[] }

const noIds = { socialSecurity: '', financial: '' }

const rules: Record<Action, (card: Card, who: Who, channel: Channel, policy: CityPolicy, now: Instant) => Decision<CardRefusal>> = {
  // a formal report may follow where the channel's usual kind is open already
  reportLoss: (card, { role: by }, channel, policy, now) => {
    const usual = { channel, by, ids: noIds }
    return policy.reports.value[channel][ownFunction(channel)]
      .map((kind) => decideReportLoss(card, { ...usual, kind }, policy, now))
      .find(({ outcome }) => outcome === 'change') ?? decideReportLoss(card, usual, policy, now)
  },
  releaseLoss: (card, { role: by }, channel, policy, now) => decideRelease(card, { channel, by }, policy, now),
  // said or taken back: either may be open
  bankTold: (card, { role: by }, channel, _policy, now) => {
    const said = decideBankTold(card, { told: true, channel, by }, now)
    return said.outcome === 'already' ? decideBankTold(card, { told: false, channel, by }, now) : said
  },
}

const alreadySo = { reportLoss: 'alreadyReported', releaseLoss: 'nothingToRelease', bankTold: 'bankHasReported' } as const

const actionState = (action: Action, decision: Decision<CardRefusal>): ActionState => {
  if (decision.outcome === 'change') return { action, allowed: true }
  if (decision.outcome === 'already') return { action, allowed: false, reason: alreadySo[action] }
  const { code: reason, where } = decision.refusal
  return { action, allowed: false, reason, ...(where && { where }) }
}

/**
 * Every action with whether this person may do it to the channel's own function of this card now, and why not. It asks the
 * deciders themselves, so what is offered and what is done cannot differ.
 */
export const allowedActions = (card: Card, who: Who, channel: Channel, policy: CityPolicy, now: Instant): ActionState[] =>
  actions.map((action) => {
    const reason = mayNotAct(who, action, channel, policy)
    return reason ? { action, allowed: false, reason } : actionState(action, rules[action](card, who, channel, policy, now))
  })
