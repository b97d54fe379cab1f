import type { DataClass } from '@/domain/retention'

/**
 * Rows of one person ($1), by keys alone: through their accounts, and through the cards that they have or had something to do with.
 * An account that was another's before is theirs only from then on.
 */
export const ofPerson = `with mine as (select account_key, epoch, coalesce(bound_at, 0) as bound_at from account where person_key = $1),
  touched as (select card_key from person_card where person_key = $1
    union select o.card_key from guardianship w join person_card o on o.person_key = w.ward_key where w.guardian_key = $1
    union select card_key from person_grant where person_key = $1)`

/** A table and its rows `t` of that person. */
interface Rows {
  readonly table: string
  readonly where: string
}

/** Where each class of what is kept of a person stands; a card's record is what happened to it. */
export const rowsOf = {
  identity: { table: 'person', where: 't.person_key = $1' },
  cardRecord: { table: 'card_event', where: 't.card_key in (select card_key from person_card where person_key = $1)' },
  account: { table: 'account', where: 't.person_key = $1' },
  session: { table: 'session', where: '(t.account_key, t.epoch) in (select account_key, epoch from mine)' },
  identityCheck: {
    table: 'verification',
    where: 't.subject_key in (select account_key from mine union select card_key from touched) and t.actor_key = $1',
  },
  answer: {
    table: 'idempotency',
    where: 't.card_key in (select card_key from touched union select account_key from mine) and exists (select from mine where mine.account_key = t.actor and mine.bound_at <= t.at)',
  },
  consent: { table: 'consent', where: 't.person_key = $1' },
  grant: { table: 'proxy_grant', where: 't.card_key in (select card_key from touched) and $1 in (t.holder_key, t.proxy_key)' },
  message: { table: 'message', where: 't.person_key = $1' },
  order: { table: 'order_private', where: 't.card_key in (select card_key from person_card where person_key = $1)' },
  lookUp: { table: 'card_access', where: 't.card_key in (select card_key from person_card where person_key = $1)' },
  counter: {
    table: 'tries',
    where: `t.key in (select kind || account_key from mine cross join unnest(array['begun:', 'guess:', 'failed:account.']) kind
      union all select 'failed:person.' || $1)`,
  },
} as const satisfies Record<DataClass, Rows>
