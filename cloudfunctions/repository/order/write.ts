import type { ReissueOrder } from '@/domain/reissue'
import type { OrderState } from '@/domain/reissue/words'
import type { Card } from '@/domain/card'
import type { Column, Draft } from '../draft'
import type { SealedParts } from './parts'

interface PartsWrite {
  readonly before: Card
  readonly after: Card
  readonly parts?: SealedParts | undefined
}

/** From then on nobody sends it anywhere, or looks at its photo. */
const settled: readonly OrderState[] = ['collected', 'cancelled']

/** When what goes with an order has served: with this very change, or null. */
const overAt = (order: ReissueOrder, before: ReissueOrder | null): number | null =>
  order.state !== before?.state && settled.includes(order.state) ? order.movedAt : null

/** The photo that an application was rejected for goes, whether another one is uploaded or was seen at a counter. */
const dropsPhoto = (order: ReissueOrder, before: ReissueOrder | null): boolean =>
  before?.state === 'rejected' && before.rejectedFor === 'photo' && order.state === 'applied'

const texts = ['sealed_address', 'address_by', 'photo_id', 'outlet', 'tracking_number', 'sealed_new_number', 'new_issued_on'] as const satisfies readonly (keyof SealedParts)[]

interface Ending {
  readonly over: number | null
  readonly drops: boolean
}

/** What is given takes the place of what was there. */
const keep = (draft: Draft, order: ReissueOrder, parts: SealedParts, { over, drops }: Ending): void => {
  const values = [...texts.map((name): Column => [parts[name], 'text']), [over, 'bigint'] as const].map((column) => draft.value(...column))
  const names = [...texts, 'over_at']
  const kept = (name: string) => (drops && name === 'photo_id' ? `excluded.${name}` : `coalesce(excluded.${name}, order_private.${name})`)
  draft.part('parted', `insert into order_private (card_key, reissue_id, ${names.join(', ')})
    select card_key, ${draft.value(order.id, 'text')}, ${values.join(', ')} from guarded
    on conflict (card_key, reissue_id) do update set ${names.map((name) => `${name} = ${kept(name)}`).join(', ')}`, drops ? 'W' : 'w')
}

const end = (draft: Draft, order: ReissueOrder, over: number): void =>
  draft.part('parted', `update order_private p set over_at = ${draft.value(over, 'bigint')} from guarded g
    where p.card_key = ${draft.card} and p.reissue_id = ${draft.value(order.id, 'text')}`, 'y')

const drop = (draft: Draft, order: ReissueOrder): void =>
  draft.part('parted', `update order_private p set photo_id = null from guarded g where p.card_key = ${draft.card} and p.reissue_id = ${draft.value(order.id, 'text')}`, 'Y')

/** A photo stays while its order goes on: the one that came before, and that of an order that is over, have their end. */
const keepPhoto = (draft: Draft, order: ReissueOrder, photoId: string | null, at: number): void => {
  const id = draft.value(photoId, 'text')
  draft.part('pictured', `update photo f set until_at = case when f.photo_id = ${id} then null else ${draft.value(at, 'bigint')} end from guarded g
    where f.card_key = ${draft.card} and (f.photo_id = ${id} or f.photo_id = (select p.photo_id from order_private p
      where p.card_key = ${draft.card} and p.reissue_id = ${draft.value(order.id, 'text')}))`, 'q')
}

/** Writes down what goes with an order, and its end once the card is handed over or the application taken back. */
export const writeParts = (draft: Draft, { before, after, parts }: PartsWrite): void => {
  const { order } = after
  if (!order) return
  const [over, drops] = [overAt(order, before.order), dropsPhoto(order, before.order)]
  if (parts) keep(draft, order, parts, { over, drops })
  else if (over !== null) end(draft, order, over)
  else if (drops) drop(draft, order)
  const photoId = parts?.photo_id ?? null
  if (photoId !== null || over !== null || drops) keepPhoto(draft, order, photoId, over ?? order.movedAt)
}
