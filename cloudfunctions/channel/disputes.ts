import type { Keys } from '../runtime/keys'
import { placeIn, placeSigned } from '../runtime/cursor'
import { defineOperation } from '../runtime/define-operation'
import type { CardView, DisputePlace } from '../repository'
import type { Partner } from '../runtime/partner'
import { disputeOnWire } from '../card/wire'
import { staffIn } from './acting'
import { partnerCard } from './wire'

const pageSize = 20
const purpose = 'disputesCursor'

const cursorOf = (keys: Keys, { partnerId }: Partner, { openedAt, cardKey }: DisputePlace): string =>
  placeSigned(keys, purpose, partnerId, `${openedAt}.${cardKey}`)

const placeOf = (keys: Keys, { partnerId }: Partner, cursor: string): DisputePlace => {
  const [openedAt = '', cardKey = ''] = placeIn(keys, purpose, partnerId, cursor).split('.')
  return { openedAt: Number(openedAt), cardKey }
}

const disputedCard = (view: CardView, partner: Partner) => {
  const { dispute } = view.card
  return dispute ? [{ dispute: disputeOnWire(dispute), card: partnerCard(view, partner) }] : []
}

/** What is open in the partner's cities, oldest first, twenty at a time; who looked is kept. A cursor that was tampered with is refused as `invalidRequest`. */
export const disputes = defineOperation('channel/disputes', async ({ staff, cursor }, { caller, repository, keys }) => {
  const after = cursor === undefined ? null : placeOf(keys, caller, cursor)
  const { views, next } = await repository.cards.openDisputes(caller, pageSize, after)
  await repository.cards.recordLookUp(caller, staffIn({ staff }), 'disputes', views.map(({ cardKey }) => cardKey))
  return { disputes: views.flatMap((view) => disputedCard(view, caller)), ...(next && { cursor: cursorOf(keys, caller, next) }) }
})
