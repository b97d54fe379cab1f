import type { RequestOf } from '@/contract'
import { stillToShow } from '@/domain/papers'
import { banksFor, decideAcceptInPerson, papersToApply } from '@/domain/reissue'
import { isOpen } from '@/domain/reissue/order'
import type { Role } from '@/domain/words'
import { channelOf, newKey, newReceiptNumber, type OrderParts, type PartnerRequest } from '../repository'
import { refuseUnknownDivision, refuseUnknownOutlet } from '../reissue/refuse-unknown'
import type { Call } from '../runtime/define-operation'
import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import type { Partner } from '../runtime/partner'
import { actForAnyone, refuseBureau } from './acting'
import { doneOnWire } from './wire'

type Request = RequestOf<'channel/acceptReissue'>
type Facts = Parameters<PartnerRequest['decide']>[0]

/** A bank makes its own card's new one, the one that was ordered of it, or any where the reason lets every bank of the city. */
const refuseOtherBank = ({ bank }: Partner, { reason }: Request, { card: { order }, issuingBank, policy }: Facts): void => {
  const mayMake = bank === null || bank === issuingBank || (isOpen(order) && order.bank === bank)
  if (!mayMake && !(reason && banksFor(reason, issuingBank, policy).includes(bank))) throw new RequestError('notThisBank')
}

/** With a reason, also the old card and a photo are to be seen where papers are read; an application brought them along. */
const refuseUnshown = ({ caller }: Call<Partner>, { applicant, evidence, reason }: Request, { card, policy }: Facts): void => {
  if (!applicant || !reason || card.reissue || isOpen(card.order)) return
  const role: Role = applicant.role
  const missing = stillToShow(papersToApply(role, reason, policy), channelOf(caller), evidence?.kind === 'papers' ? evidence.seen : [])
  if (missing.length > 0) throw new RequestError('papersMissing', { papers: missing })
}

/** What was said, with what is usual where nothing was: a bank prints while one waits. */
const asked = ({ caller }: Call<Partner>, request: Request, { issuingBank, now, ...facts }: Facts): Parameters<typeof decideAcceptInPerson>[1] => {
  const { kind, reason, way = caller.channel === 'bank' ? 'instant' : 'serviceOutlet', applicant, address } = request
  return {
    id: newKey(), kind, way, ...(reason && { reason }), bank: request.bank ?? caller.bank ?? issuingBank, channel: channelOf(caller), by: facts.by,
    issuingBank, who: facts.who, withinYear: facts.withinYear, isThere: applicant !== undefined, hasAddress: address !== undefined,
    ...(facts.outlet && { outlet: facts.outlet }), reportIds: { socialSecurity: newReceiptNumber(now), financial: newReceiptNumber(now) },
  }
}

/** A card that is mailed is not collected anywhere, and one that is collected is sent nowhere. */
const partsOf = ({ way, address, outlet }: Request): OrderParts => (way === 'mail' ? { ...(address && { address }) } : { ...(outlet && { outlet }) })

/** Takes down that a new card was asked for in person, or accepts an application: from then on a report is final. */
export const acceptReissue = defineOperation('channel/acceptReissue', async (request, call) => {
  const { caller, repository: { cards }, repository } = call
  refuseBureau(caller)
  const parts = partsOf(request)
  refuseUnknownDivision(parts.address)
  await refuseUnknownOutlet(repository, parts.outlet, () => cards.getFor(caller, request.card))
  return doneOnWire(await actForAnyone(call, request, {
    operation: 'reissue',
    ...(Object.keys(parts).length > 0 && { order: { parts } }),
    decide: (facts) => {
      refuseOtherBank(caller, request, facts)
      refuseUnshown(call, request, facts)
      return decideAcceptInPerson(facts.card, asked(call, request, facts), facts.policy, facts.now)
    },
  }), call)
})
