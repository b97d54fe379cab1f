import type { Change } from './call'
import { shownCard, shownOrder, shownReport, type Seen } from './shown'
import type { Kept } from './state'

/** What the answer to a change says besides the card. */
const parts: Readonly<Record<Change['op'], readonly ('report' | 'openReport' | 'order' | 'dispute' | 'already')[]>> = {
  'card/reportLoss': ['report', 'already'],
  'card/releaseLoss': ['report', 'already'],
  'card/bankTold': [],
  'card/dispute': ['dispute', 'already'],
  'card/setServicePassword': [],
  'reissue/apply': ['order', 'openReport', 'already'],
  'reissue/cancel': ['order', 'already'],
  'reissue/activate': ['already'],
  'channel/reportLoss': ['report'],
  'channel/releaseLoss': ['report'],
  'channel/acceptReissue': ['report'],
  'channel/bankReported': ['report'],
  'channel/bankReleased': ['report'],
  'channel/closeDispute': [],
  'channel/rejectReissue': ['order'],
  'channel/moveOrder': ['order'],
  'channel/collect': ['order'],
  'channel/activate': [],
  'channel/bankActivated': [],
}

/** What is answered to a change, now or under the same key again. */
export const answerTo = ({ op }: Change, { place, actor }: Pick<Seen, 'place' | 'actor'>, { card, now, report, already }: Kept): unknown => {
  const seen: Seen = { place, actor, card, now }
  const says = parts[op]
  const { dispute } = card
  const isShown = report && (says.includes('report') || (says.includes('openReport') && !report.ended))
  return {
    card: shownCard(seen),
    report: isShown ? shownReport(seen, report) : undefined,
    ...(says.includes('order') && { order: shownOrder(card) }),
    ...(says.includes('dispute') && dispute && { dispute: { disputeId: dispute.id, about: dispute.about, openedAt: dispute.at } }),
    ...(says.includes('already') && { already }),
    ...(actor.partner && { result: already ? 'already' : 'done' }),
  }
}
