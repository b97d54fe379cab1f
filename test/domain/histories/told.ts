import { decideAcceptReissue } from '@/domain/accept-reissue'
import { decideBankTold } from '@/domain/bank-told'
import type { Card } from '@/domain/card'
import { cardAfter, type Decision } from '@/domain/decision'
import { replay, type CardChange, type CardImported } from '@/domain/events'
import type { CityPolicy } from '@/domain/policy'
import { decideRelease } from '@/domain/release'
import { decideReportLoss } from '@/domain/report-loss'
import { frozen } from '../../support/builders'
import type { AnyAsk, Step } from './arbitrary'

const decide = (card: Card, asked: AnyAsk, policy: CityPolicy, now: number, id: string): Decision => {
  const { channel, by } = asked
  switch (asked.ask) {
    case 'reportLoss': {
      const ids = { socialSecurity: id, financial: `${id}-bank` }
      return decideReportLoss(card, { channel, by, ...asked.placed, ...asked.kind, ids }, policy, now)
    }
    case 'releaseLoss': return decideRelease(card, { channel, by, ...asked.placed }, policy, now)
    case 'bankTold': return decideBankTold(card, { told: asked.told, channel, by }, now)
    case 'acceptReissue': return decideAcceptReissue(card, { id, bank: 'icbc', kind: asked.kind, channel, by }, policy, now)
  }
}

/** One request and what it found, decided and left. */
interface Moment {
  readonly now: number
  readonly before: Card
  readonly decision: Decision
  readonly card: Card
}

/** Everything that happened to a card, request by request, with the events that were written. */
export interface History {
  readonly first: CardImported
  readonly policy: CityPolicy
  readonly moments: readonly Moment[]
  readonly events: readonly CardChange[]
  readonly card: Card
}

/** Lives a card's history: every request is put to its decider at its time, whatever it then says. */
export const live = (first: CardImported, policy: CityPolicy, steps: readonly Step[]): History => {
  let now = first.at
  let card = frozen(replay(first, []))
  const moments = steps.map(({ wait, ask }, index): Moment => {
    now += wait
    const before = card
    const decision = frozen(decide(before, ask, policy, now, `report-${index + 1}`))
    card = frozen(cardAfter(before, decision))
    return { now, before, decision, card }
  })
  const events = moments.flatMap(({ decision }) => (decision.outcome === 'change' ? decision.events : []))
  return { first, policy, moments, events, card }
}
