import type { RequestOf } from '@/contract'
import type { OrderPlace } from '../repository'
import { placeIn, placeSigned } from '../runtime/cursor'
import { defineOperation } from '../runtime/define-operation'
import type { Keys } from '../runtime/keys'
import type { Partner } from '../runtime/partner'
import { staffIn } from './acting'
import { partnerOrder } from './order-wire'
import { partnerCard } from './wire'

const pageSize = 20
const purpose = 'ordersCursor'
type States = RequestOf<'channel/orders'>['states']

/** A cursor counts for this partner's list of these states alone. */
const listOf = ({ partnerId }: Partner, states: States): string => `${partnerId} ${states.join()}`

const cursorOf = (keys: Keys, list: string, { movedAt, cardKey }: OrderPlace): string => placeSigned(keys, purpose, list, `${movedAt}.${cardKey}`)

const placeOf = (keys: Keys, list: string, cursor: string): OrderPlace => {
  const [movedAt = '', cardKey = ''] = placeIn(keys, purpose, list, cursor).split('.')
  return { movedAt: Number(movedAt), cardKey }
}

/** Orders in some states, the longest waiting first, twenty at a time; who looked is kept. A cursor that was tampered with is refused as `invalidRequest`. */
export const orders = defineOperation('channel/orders', async ({ staff, states, cursor }, call) => {
  const { caller, repository, keys } = call
  const list = listOf(caller, states)
  const { views, next } = await repository.cards.ordersFor(caller, states, pageSize, cursor === undefined ? null : placeOf(keys, list, cursor))
  const recorded = repository.cards.recordLookUp(caller, staffIn({ staff }), 'orders', views.map(({ cardKey }) => cardKey))
  const found = views.map(async (view) => ({ order: await partnerOrder(view, call), card: partnerCard(view, caller) }))
  const [shown] = await Promise.all([Promise.all(found), recorded])
  return { orders: shown, ...(next && { cursor: cursorOf(keys, list, next) }) }
})
