import { sql, type Kysely, type Migration } from 'kysely'

/*
 * What ties the cards' chains together, so that the end of one, or a whole card, cannot go unseen. Whatever writes an event leaves a line in
 * `audit_pending`; a signed head takes the lines in, and each card's last event among them is a leaf of it. What operators do is a chain of
 * its own, whose end stands in the heads as well. Why they did it is sealed, and is all that a change of keys writes anew.
 */
const statements = [
  `create table audit_pending (
    card_key text collate "C" not null,
    seq integer not null
  )`,
  `create function await_audit() returns trigger language plpgsql as $$
    begin insert into audit_pending select card_key, seq from written; return null; end $$`,
  `create trigger card_event_awaits_audit after insert on card_event referencing new table as written
    for each statement execute function await_audit()`,
  'insert into audit_pending select card_key, seq from card_event',
  `create table audit_leaf (
    card_key text collate "C" not null,
    seq integer not null,
    position integer not null,
    primary key (card_key, seq)
  )`,
  'create index audit_leaf_of on audit_leaf (position)',
  `create table audit_head (
    position integer primary key check (position > 0),
    at bigint not null,
    leaves integer not null,
    digest text not null,
    acts integer not null,
    acts_hash text not null,
    previous text not null,
    hash text not null,
    key_id text not null,
    signature text not null
  )`,
  `create table operator_act (
    seq integer primary key check (seq > 0),
    at bigint not null,
    operator text not null,
    what text not null,
    subject text not null,
    reason_hash text not null,
    sealed_reason text not null,
    previous text not null,
    hash text not null
  )`,
  ...['audit_leaf', 'audit_head'].map((table) => `create trigger ${table}_append_only before update or delete or truncate on ${table}
    for each statement execute function refuse_change()`),
  `create trigger operator_act_append_only before update of seq, at, operator, what, subject, reason_hash, previous, hash or delete or truncate
    on operator_act for each statement execute function refuse_change()`,
]

/** The record can be audited. */
export const audit: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
