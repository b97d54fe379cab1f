import type { DataOf, PartnerCardOnWire, ReportOnWire } from '@/contract'
import { allowedActions } from '@/domain/actions'
import { settled } from '@/domain/lapse'
import { ownFunction } from '@/domain/report-loss'
import { stateAt } from '@/domain/state'
import { actionOnWire, disputeOnWire, shownOnWire } from '../card/wire'
import { madeReport } from '../card/made-report'
import { policyFor, type CardView, type Changed } from '../repository'
import type { Call } from '../runtime/define-operation'
import { maskedName, maskedNumber } from '../runtime/mask'
import type { Partner, PartnerChannel } from '../runtime/partner'

/** What the holder can do where the partner is; nobody comes to the bureau. */
const actionsIn = (channel: PartnerChannel, { card, holder, now, city }: CardView): PartnerCardOnWire['actions'] =>
  channel === 'bureau'
    ? []
    : allowedActions(card, { role: 'cardholder', holderAge: holder.age }, channel, policyFor({ city }), now).map(actionOnWire)

/** A card as a partner is told of it: nothing personal but a masked name and number. */
export const partnerCard = (view: CardView, { channel }: Partner): PartnerCardOnWire => {
  const { card, now } = view
  const [shown, { bankTold, dispute, reissue }] = [stateAt(card, now), settled(card, now)]
  return {
    cardId: view.cardKey,
    maskedNumber: maskedNumber(view.number),
    maskedName: maskedName(view.holder.name),
    city: view.city,
    issuingBank: view.issuingBank,
    socialSecurity: shownOnWire(shown.socialSecurity),
    financial: shownOnWire(shown.financial),
    bankTold: bankTold !== null,
    reissueAccepted: reissue !== null,
    ...(dispute && { dispute: disputeOnWire(dispute) }),
    actions: actionsIn(channel, view),
  }
}

/** The report that is open on the half of the card that the partner is about. */
export const openReport = async (view: CardView, call: Call<Partner>): Promise<ReportOnWire | null> => {
  const of = call.caller.channel === 'bank' ? ownFunction('bank') : 'socialSecurity'
  const { report } = settled(view.card, view.now).functions[of]
  return report && madeReport(view, { function: of, report, ended: null }, call)
}

/** What came of a change, with the report it was about. */
export const doneOnWire = async ({ already, view, report }: Changed, call: Call<Partner>): Promise<DataOf<'channel/releaseLoss'>> => ({
  result: already ? 'already' : 'done',
  card: partnerCard(view, call.caller),
  ...(report && { report: await madeReport(view, report, call) }),
})
