import { day } from '@/domain/time'
import { RequestError } from '../runtime/errors'
import type { Caller } from '../runtime/caller'
import { clock, type Database } from './database'
import { cardColumns } from './facts'
import { refuseUnknownCaller } from './known-caller'
import { orderColumns, type OrderRow } from './order/facts'
import type { DisputeTable, VerificationTable } from './schema'
import type { ViewRow } from './views'

/** The caller's account as long as its epoch is that of the proof, and what the holder of a card lets its person do with it now. */
const account = 'a.account_key = $1 and a.epoch = $2'
const granted = `(select array_agg(g.purpose order by g.purpose) from proxy_grant g where g.card_key = c.card_key
  and g.proxy_key = a.person_key and g.revoked_at is null and g.ends_at > ${clock})`

/** Nobody is looked for who could act for the holder where the holder asks, as nearly everybody is. */
const isOthers = 'c.holder_key <> a.person_key'

/** Whose cards an account may see: its person's own, those of the children in its person's care, and those its person acts for. */
const seen = `from account a
  join card c on c.card_key = $3
  join person p on p.person_key = c.holder_key
  cross join lateral (select
    ${isOthers} and exists (select from guardianship w where w.guardian_key = a.person_key and w.ward_key = c.holder_key) as cares,
    case when ${isOthers} then ${granted} end as granted) r`
const mayBeSeen = `where ${account} and (c.holder_key = a.person_key or r.cares or r.granted is not null)`
const viewColumns = (key?: string) => `${cardColumns(key)}, p.sealed_person, a.person_key as actor_key, r.granted,
  case when c.holder_key = a.person_key then 'cardholder' when r.cares then 'guardian' else 'proxy' end as relation,
  ${isOthers} and exists (select from consent s where s.person_key = a.person_key and s.what = 'child' and s.subject_key = c.holder_key
    and s.withdrawn_at is null) as agreed, coalesce(a.barred_until > ${clock}, false) as barred, ${clock} as now`

/** How long (ms) a dispute that was closed is still shown. */
const shownClosed = 30 * day
const closedDispute = `(select row_to_json(d) from dispute d where d.card_key = $3 and d.closed_at > ${clock} - ${shownClosed}
  order by d.closed_at desc limit 1) as closed_dispute`

export const forReading = `select ${viewColumns('$3')}, ${closedDispute} ${seen} ${mayBeSeen}`

const forChanging = (orders: string) => `select ${viewColumns('$3')}, v.account_key as check_account, v.purpose as check_purpose,
  v.result as check_result, v.completed_at as checked_at, v.used_at as check_used_at, v.actor_key as check_actor, i.request_hash, i.answer,
  ${orders} ${seen}
  left join verification v on v.subject_key = $3 and v.verification_id = $4
  left join idempotency i on i.card_key = $3 and i.actor = a.account_key and i.operation = $5 and i.key = $6
  ${mayBeSeen}`

const withOrders = { name: 'read-for-change', text: forChanging(orderColumns('$3')) }
/** No rule about a report or its release asks what goes with a card's orders, how many there were, or for photos. */
const withoutOrders = { name: 'read-for-report', text: forChanging('null as order_parts, 0 as within_year, null as photos') }
const reports: readonly string[] = ['reportLoss', 'releaseLoss']

/** Own cards, the children's, and those one acts for, each once; of each those that were cancelled come last. */
export const all = `select ${viewColumns()}
  from account a
  cross join lateral (select o.card_key, true as cares from person_card o where o.person_key in (
      select a.person_key union select ward_key from guardianship where guardian_key = a.person_key)
    union select card_key, false from person_grant where person_key = a.person_key) k
  join card c on c.card_key = k.card_key
  join person p on p.person_key = c.holder_key
  cross join lateral (select k.cares, ${granted} as granted) r
  where ${account} and (r.cares or (r.granted is not null and c.holder_key <> a.person_key
    and not exists (select from guardianship w where w.guardian_key = a.person_key and w.ward_key = c.holder_key)))
  order by relation, c.social_life = 'cancelled', c.issued_on, c.card_key`

/** What a change must know of its card: who asks, what was answered under its key, the identity check. */
export interface ChangeRow<Answer> extends ViewRow, OrderRow {
  readonly check_account: string | null
  readonly check_actor: string | null
  readonly check_purpose: VerificationTable['purpose'] | null
  readonly check_result: VerificationTable['result'] | null
  readonly checked_at: number | null
  readonly check_used_at: number | null
  readonly request_hash: string | null
  readonly answer: Answer | null
}

/** The row; without one either the caller counts no longer, or the card is not there or another's, which read alike. */
const one = async <Row>(database: Database, caller: Caller, [row]: Row[]): Promise<Row> => {
  if (row) return row
  await refuseUnknownCaller(database, caller)
  throw new RequestError('notFound')
}

/** A card to be read, and the last dispute that was closed not long ago. */
export interface ReadRow extends ViewRow {
  readonly closed_dispute: DisputeTable | null
}

export const readCard = async (database: Database, caller: Caller, cardKey: string): Promise<ReadRow> => {
  const values = [caller.accountKey, caller.epoch, cardKey]
  return one(database, caller, await database.run<ReadRow>({ name: 'read-card', text: forReading, values }))
}

export interface ChangeKeys {
  readonly cardKey: string
  readonly verificationId: string | null
  readonly operation: string
  readonly idempotencyKey: string
}

export const readForChange = async <Answer>(database: Database, caller: Caller, keys: ChangeKeys): Promise<ChangeRow<Answer>> => {
  const values = [caller.accountKey, caller.epoch, keys.cardKey, keys.verificationId, keys.operation, keys.idempotencyKey]
  return one(database, caller, await database.run<ChangeRow<Answer>>({ ...(reports.includes(keys.operation) ? withoutOrders : withOrders), values }))
}

export const readAll = async (database: Database, caller: Caller): Promise<ViewRow[]> => {
  const rows = await database.run<ViewRow>({ name: 'read-all', text: all, values: [caller.accountKey, caller.epoch] })
  if (rows.length === 0) await refuseUnknownCaller(database, caller)
  return rows
}
