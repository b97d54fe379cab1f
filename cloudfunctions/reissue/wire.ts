import type { OrderOnWire } from '@/contract'
import { collectBy, papersToCollect } from '@/domain/reissue'
import { readyBy } from '@/domain/reissue/receipt'
import { toIso } from '@/domain/time'
import { policyFor, type CardView, type OrderView } from '../repository'
import type { Services } from '../runtime/services'
import { maskedAddress } from './masked-address'
import { readyOnWire } from './ready'

const lastAt = ({ steps }: OrderView, state: string) => steps.filter((step) => step.state === state).at(-1)?.at

/** When it is ready, from when it was accepted; and by when it is to be collected, from when it was ready. */
const daysOf = (view: CardView, shown: OrderView, { log }: Pick<Services, 'log'>): Pick<OrderOnWire, 'ready' | 'collectBy'> => {
  const [accepted, ready, policy] = [lastAt(shown, 'accepted'), lastAt(shown, 'ready'), policyFor(view)]
  return {
    ...(accepted !== undefined && { ready: readyOnWire(readyBy(shown.order.way, accepted, policy), log) }),
    ...(ready !== undefined && shown.order.way !== 'mail' && { collectBy: collectBy(ready, policy) }),
  }
}

/** What goes with it. A new card is seen by its holder, and a guardian. */
const partsOf = ({ holder }: CardView, { parts }: OrderView, isClear: boolean): Partial<OrderOnWire> => {
  const { address, outlet, trackingNumber, newCardKey } = parts
  return {
    ...(outlet && { outlet }),
    ...(trackingNumber && { trackingNumber }),
    ...(address && { address: isClear ? address : maskedAddress(address) }),
    ...(newCardKey !== null && holder.relation !== 'proxy' && { newCardId: newCardKey }),
  }
}

/** An order of a card that has been seen. `isClear`: whether the address may be read by whoever asks. */
export const orderOnWire = (view: CardView, shown: OrderView, isClear: boolean, services: Pick<Services, 'log'>): OrderOnWire => {
  const { order: { id, kind, reason, way, bank, by, channel, state, rejectedFor }, steps, parts } = shown
  return {
    orderId: id,
    kind,
    ...(reason && { reason }),
    way,
    bank,
    by,
    channel,
    state,
    steps: steps.map((step) => ({ state: step.state, at: toIso(step.at) })),
    ...(rejectedFor && { rejectedFor }),
    ...daysOf(view, shown, services),
    ...partsOf(view, shown, isClear),
    photo: parts.photoId !== undefined,
    papersToCollect: [...papersToCollect(view.holder.relation, kind)],
  }
}
