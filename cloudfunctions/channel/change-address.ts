import { isDeepStrictEqual } from 'node:util'
import { decideChangeAddress } from '@/domain/reissue/change-address'
import { refuseUnknownDivision } from '../reissue/refuse-unknown'
import { channelOf } from '../repository'
import { defineOperation } from '../runtime/define-operation'
import { actFor, only } from './acting'
import { orderDoneOnWire } from './order-wire'

/** Has the card sent somewhere else, as whoever stands at the counter says. `already` where it is sent there anyway. */
export const changeAddress = defineOperation('channel/changeAddress', async (request, call) => {
  only(call.caller, 'counter')
  const { orderId, address } = request
  refuseUnknownDivision(address)
  return orderDoneOnWire(await actFor(call, request, {
    operation: 'changeAddress',
    order: { parts: { address } },
    decide: ({ card, by, now, parts }) =>
      decideChangeAddress(card, { orderId, channel: channelOf(call.caller), by, isSame: isDeepStrictEqual(parts().address, address) }, now),
  }), call)
})
