import type { RequestOf } from '@/contract'
import { stillToShow } from '@/domain/papers'
import { decideMove, papersToCollect } from '@/domain/reissue'
import { channelOf, type PartnerRequest } from '../repository'
import type { Call } from '../runtime/define-operation'
import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import type { Partner } from '../runtime/partner'
import { actForAnyone } from './acting'
import { orderDoneOnWire } from './order-wire'

type Request = RequestOf<'channel/collect'>
type Facts = Parameters<PartnerRequest['decide']>[0]

/** Only a card that was put in the mail comes to somebody whom nobody saw; the bureau, which sees nobody, says of no other. */
const refuseUnseen = ({ channel }: Partner, { applicant }: Request, { card: { order } }: Facts): void => {
  if (channel === 'bureau' && applicant) throw new RequestError('notPermitted')
  if (!applicant && order?.way !== 'mail') throw new RequestError('papersMissing', { papers: [...papersToCollect('cardholder', order?.kind ?? 'replacement')] })
}

/** The receipt, and for an exchange the old card, besides who acts. */
const refuseUnshown = ({ caller }: Call<Partner>, { applicant, evidence }: Request, { card: { order } }: Facts): void => {
  if (!applicant || !order) return
  const seen = evidence?.kind === 'papers' ? evidence.seen : []
  const missing = stillToShow(papersToCollect(applicant.role, order.kind), channelOf(caller), seen)
  if (missing.length > 0) throw new RequestError('papersMissing', { papers: missing })
}

/** Hands a new card over, or takes down that it was delivered; the new card is there with the answer, or a moment later. */
export const collect = defineOperation('channel/collect', async (request, call) => {
  const { caller, repository: { relayed } } = call
  const changed = await actForAnyone(call, request, {
    operation: 'collect',
    decide: (facts) => {
      const { card, by, now } = facts
      if (card.order?.id === request.orderId) {
        refuseUnseen(caller, request, facts)
        refuseUnshown(call, request, facts)
      }
      const hasNewCard = facts.parts().newNumber !== undefined
      return decideMove(card, { orderId: request.orderId, move: 'collect', channel: channelOf(caller), by, hasNewCard }, now)
    },
  })
  await relayed.relayOf(changed.view.cardKey)
  return orderDoneOnWire(changed, call)
})
