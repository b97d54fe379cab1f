import { keptFor, type DataClass } from '@/domain/retention'
import { hour, type Instant } from '@/domain/time'
import { checkLasts } from '../verification'

/** Rows that one statement takes away: few enough that nobody waits for it. */
export const batch = 500

/** Kinds of rows that go, as a summary counts them. */
export type CountedName = 'sessions' | 'claims' | 'checks' | 'answers' | 'consents' | 'grants' | 'accounts' | 'counters' | 'calls' | 'messages' | 'deliveries' | 'notices' | 'nonces' | 'staffSessions' | 'lookUps' | 'orders' | 'photos' | 'codes' | 'kiosks' | 'people'

/** Which rows of a table are past their time, and how they go. */
export interface Rule {
  readonly name: CountedName
  readonly table: string
  /** True of a row `t` whose purpose had ended at the time $1 (ms) or before. */
  readonly over: string
  /** That time, so long before now as the class is kept; null while the law keeps it. */
  readonly since: (now: Instant) => Instant | null
  readonly change: 'delete from' | 'update'
  /** What an update sets. */
  readonly set: string
  /** Rows that go with those that are gone, as one more part of the statement. */
  readonly also: string
}

const keptSince = (kept: DataClass) => (now: Instant) => {
  const ms = keptFor[kept]
  return ms === null ? null : now - ms
}

const removal = (name: CountedName, table: string, kept: DataClass, over: string, also = ''): Rule =>
  ({ name, table, over, since: keptSince(kept), change: 'delete from', set: '', also })

/** A claim serves to end a check and, where that was passed, to bind by it: then its time is over, long before its check's. */
const claims: Rule = {
  name: 'claims',
  table: 'verification',
  over: `t.sealed_claim is not null and t.begun_at <= $1::bigint and (t.result <> 'passed' or t.completed_at <= $1::bigint)`,
  since: (now) => now - checkLasts,
  change: 'update',
  set: 'set sealed_claim = null',
  also: '',
}

const pointersToo = `pointers as (delete from person_grant k using gone
  where k.person_key = gone.proxy_key and k.card_key = gone.card_key and k.grant_id = gone.grant_id)`

/** An account's sessions, and what was allowed to be sent to it, are of no use without it. */
const sessionsToo = `signed as (delete from session s using gone where s.account_key = gone.account_key),
    allowed as (delete from subscription s using gone where s.account_key = gone.account_key)`

/**
 * One that was let go of is kept so that its owner is told. One that never was anybody's goes as late, if nothing was done with it: its
 * sessions are gone, and no check of it was begun since.
 */
const unbound = `t.person_key is null and coalesce(t.ended_at, t.begun_at) <= $1::bigint and (t.ended_at is not null or (
  not exists (select from session s where s.account_key = t.account_key)
  and not exists (select from verification v where v.subject_key = t.account_key and v.begun_at > $1::bigint)))`

/** A photo has an end of its own. One that a request is just taking for its application is left to it. */
const photos: Rule = {
  name: 'photos', table: 'photo', over: 't.until_at <= $1::bigint', since: (now) => now - hour, change: 'delete from', set: '', also: '',
}

/** Not before the new card is in the record, of which nothing else says the number. */
const whereItIsKnown = 't.over_at <= $1::bigint and (t.sealed_new_number is null or t.new_card_key is not null)'

export const rules: readonly Rule[] = [
  removal('sessions', 'session', 'session', 'least(t.ended_at, t.expires_at) <= $1::bigint'),
  claims,
  removal('checks', 'verification', 'identityCheck', 't.begun_at <= $1::bigint'),
  removal('answers', 'idempotency', 'answer', 't.at <= $1::bigint'),
  removal('consents', 'consent', 'consent', 't.withdrawn_at <= $1::bigint'),
  removal('grants', 'proxy_grant', 'grant', 'least(t.revoked_at, t.ends_at) <= $1::bigint', pointersToo),
  removal('accounts', 'account', 'account', unbound, sessionsToo),
  removal('counters', 'tries', 'counter', 't.expire <= $1::bigint'),
  removal('calls', 'voice_call', 'counter', 't.at <= $1::bigint'),
  removal('messages', 'message', 'message', 't.at <= $1::bigint'),
  removal('deliveries', 'delivery', 'message', 't.at <= $1::bigint'),
  removal('notices', 'outbox', 'message', 't.sent_at <= $1::bigint'),
  removal('lookUps', 'card_access', 'lookUp', 't.at <= $1::bigint'),
  removal('orders', 'order_private', 'order', whereItIsKnown),
  photos,
  removal('nonces', 'partner_nonce', 'counter', 't.seen_at <= $1::bigint'),
  removal('staffSessions', 'staff_session', 'counter', 't.seen_at <= $1::bigint'),
  // a terminal that no device was made; and a revoked one, when no check that it may have said is there any more
  removal('codes', 'kiosk', 'counter', 't.code_until <= $1::bigint'),
  removal('kiosks', 'kiosk', 'identityCheck', 't.revoked_at <= $1::bigint'),
]

/** Takes a batch of what is over, but for rows that someone holds; says how many. The rows' own conditions are read again once they are held. */
export const statementOf = ({ name, table, over, change, set, also }: Rule) => ({
  name: `retain ${name}`,
  text: `with over as materialized (select t.tableoid, t.ctid from ${table} t where ${over} limit ${batch} for update skip locked),
    gone as (${change} ${table} t ${set} ${change === 'update' ? 'from' : 'using'} over where t.ctid = over.ctid and t.tableoid = over.tableoid returning t.*)${also && `,\n    ${also}`}
    select count(*)::integer as count from gone`,
})
