import type { ReceiptOnWire } from '@/contract/reissue-shapes'
import { orderForReceipt, plausibleUntil, readyBy } from '@/domain/reissue'
import { toIso } from '@/domain/time'
import { outletNameOf } from '../outlets/outlet-name'
import { readyOnWire } from '../reissue/ready'
import { policyFor, type CardView } from '../repository'
import { RequestError } from '../runtime/errors'
import { maskedName, maskedNumber } from '../runtime/mask'
import type { Services } from '../runtime/services'
import { signReceipt } from './sign-receipt'

const second = 1000

/** The receipt of a card that has been seen, and the last day it is plausible on. Refuses `noOrder`, `orderElsewhere`. */
export const receiptOf = async (view: CardView, { repository, config, log }: Pick<Services, 'repository' | 'config' | 'log'>): Promise<{ receipt: ReceiptOnWire; until: string }> => {
  const found = orderForReceipt(view.card)
  if ('refused' in found) throw new RequestError(found.refused)
  const { order: { id: number, kind, way }, acceptedAt } = found
  const policy = policyFor(view)
  const ready = readyOnWire(readyBy(way, acceptedAt, policy), log)
  const until = plausibleUntil(ready, acceptedAt, policy, view.now)
  const said = { number, maskedName: maskedName(view.holder.name), maskedNumber: maskedNumber(view.number), kind, meanwhile: policy.medicalCareMeanwhile.value }
  const signed = { ...said, acceptedAt: Math.floor(acceptedAt / second), ready: 'date' in ready ? ready.date : null, city: view.city, until }
  const outlet = (await repository.orders.of(view))?.parts.outlet
  const outletName = outlet && (await outletNameOf(repository, outlet))
  const collected = { ...(outlet && { outlet }), ...(outletName && { outletName }) }
  return { receipt: { ...said, acceptedAt: toIso(acceptedAt), ready, ...collected, until, code: signReceipt(signed, config.receiptKeys) }, until }
}
