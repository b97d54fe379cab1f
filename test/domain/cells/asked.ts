import type { Card } from '@/domain/card'
import { decideAcceptReissue } from '@/domain/accept-reissue'
import { decideBankTold } from '@/domain/bank-told'
import type { Decision } from '@/domain/decision'
import type { CityPolicy } from '@/domain/policy'
import { decideRelease } from '@/domain/release'
import { decideReportLoss } from '@/domain/report-loss'
import type { Channel } from '@/domain/words'
import { loss, release } from '../../support/builders'
import type { Ask } from './rules'

/** Puts a request about the social security function to its decider. */
export const asked = (card: Card, ask: Ask, channel: Channel, policy: CityPolicy, now: number): Decision => {
  const of = { function: 'socialSecurity' } as const
  switch (ask) {
    case 'reportTemporary': return decideReportLoss(card, loss(channel, { ...of, kind: 'temporary' }), policy, now)
    case 'reportFormal': return decideReportLoss(card, loss(channel, { ...of, kind: 'formal' }), policy, now)
    case 'release': return decideRelease(card, release(channel, of), policy, now)
    case 'bankTold': return decideBankTold(card, { told: true, channel, by: 'cardholder' }, now)
    case 'acceptReplacement': return decideAcceptReissue(card, { id: 'order-1', bank: 'icbc', kind: 'replacement', channel, by: 'cardholder' }, policy, now)
    case 'acceptExchange': return decideAcceptReissue(card, { id: 'order-1', bank: 'icbc', kind: 'exchange', channel, by: 'cardholder' }, policy, now)
  }
}
