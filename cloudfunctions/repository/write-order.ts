import type { Card } from '@/domain/card'
import type { CardChange } from '@/domain/events'
import type { CityCode } from '@/domain/policies'
import { hasEnded } from '@/domain/reissue'
import { currentRequestId } from '../runtime/request-id'
import type { ChainedEvent } from './chain'
import type { Column, Draft } from './draft'

interface OrderWrite {
  readonly before: Card
  readonly after: Card
  readonly city: CityCode
}

/** The order as it stands after the change: begun, accepted, or moved on; what is over leaves the way free for another. */
export const writeOrder = (draft: Draft, { before, after, city }: OrderWrite): void => {
  const { order, reissue: accepted } = after
  if (!order || order === before.order) return
  const column = (...of: Column) => draft.value(...of)
  const closedAt = hasEnded(order) ? order.movedAt : null
  draft.part('reissued', `insert into reissue (card_key, reissue_id, kind, stops_old_card, channel, accepted_at, closed_at, reason, way, bank, author,
      applied_at, state, moved_at, rejected_for, city)
    select card_key, ${column(order.id, 'text')}, ${column(order.kind, 'text')}, ${column(accepted?.stopsOldCard ?? false, 'boolean')},
      ${column(order.channel, 'text')}, ${column(accepted?.acceptedAt ?? null, 'bigint')}, ${column(closedAt, 'bigint')}, ${column(order.reason, 'text')},
      ${column(order.way, 'text')}, ${column(order.bank, 'text')}, ${column(order.by, 'text')}, ${column(order.appliedAt, 'bigint')},
      ${column(order.state, 'text')}, ${column(order.movedAt, 'bigint')}, ${column(order.rejectedFor, 'text')},
      ${column(city, 'text')} from guarded
    on conflict (card_key, reissue_id) do update set stops_old_card = excluded.stops_old_card, accepted_at = excluded.accepted_at,
      closed_at = excluded.closed_at, state = excluded.state, moved_at = excluded.moved_at, rejected_for = excluded.rejected_for`)
}

/** What another card has to be told of it. */
const relayed = (event: CardChange): 'newCard' | 'activated' | null => {
  if (event.what === 'functionActivated') return 'activated'
  return event.what === 'reissueMoved' && event.to === 'collected' ? 'newCard' : null
}

/** Hands over to other cards what they have to be told. */
export const writeRelays = (draft: Draft, { links, events }: { readonly links: readonly ChainedEvent[]; readonly events: readonly CardChange[] }): void => {
  const rows = events.flatMap((event, index): Column[][] => {
    const [kind, link] = [relayed(event), links[index]]
    return kind && link ? [[[link.seq, 'integer'], [kind, 'text'], [event.at, 'bigint']]] : []
  })
  if (rows.length > 0) draft.part('handed', `insert into card_relay (card_key, seq, kind, at, request_id)
    select g.card_key, h.*, ${draft.value(currentRequestId(), 'text')} from guarded g, ${draft.rows(rows)} as h`, `h${rows.length}`)
}
