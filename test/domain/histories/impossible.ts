import type { AcceptedReissue, Card, LossReport } from '@/domain/card'
import type { CityPolicy } from '@/domain/policy'
import { cardFunctions, type CardFunction } from '@/domain/words'
import { days } from '../../support/builders'

const ofReport = (name: CardFunction, report: LossReport, card: Card, policy: CityPolicy): (string | false)[] => [
  report.reportedAt > card.changedAt && `${name}: a report from after the newest event`,
  report.kind === 'temporary' && report.lapsesAt !== report.reportedAt + days(policy.temporaryDays[name].value)
    && `${name}: a temporary report that does not last the city's days`,
  report.kind === 'formal' && 'lapsesAt' in report && `${name}: a formal report that lapses`,
  name === 'financial' && report.releasedLike !== 'bank' && 'financial: a report of the account that others than the bank release',
]

const ofFunction = (name: CardFunction, card: Card, policy: CityPolicy): (string | false)[] => {
  const { life, since, report } = card.functions[name]
  return [
    since > card.changedAt && `${name}: a life that begins after the newest event`,
    life === 'cancelled' && report !== null && `${name}: cancelled and reported`,
    ...(report ? ofReport(name, report, card, policy) : []),
  ]
}

const ofReissue = (reissue: AcceptedReissue, { functions: { socialSecurity }, changedAt }: Card): (string | false)[] => {
  const isReplacement = reissue.kind === 'replacement'
  const isFormallyLost = socialSecurity.report?.kind === 'formal'
  return [
    isReplacement && !isFormallyLost && 'a replacement of a card that is not formally lost',
    isReplacement && !reissue.stopsOldCard && 'a replacement that leaves the old card working',
    reissue.acceptedAt > changedAt && 'a reissue from after the newest event',
  ]
}

/** What cannot be, whatever anyone asked for: the faults of a card, each a sentence. */
export const impossible = (card: Card, policy: CityPolicy): string[] =>
  [
    ...cardFunctions.flatMap((name) => ofFunction(name, card, policy)),
    ...(card.reissue ? ofReissue(card.reissue, card) : []),
    card.bankTold !== null && card.bankTold.at > card.changedAt && 'a word about the bank from after the newest event',
  ].filter((fault) => fault !== false)
