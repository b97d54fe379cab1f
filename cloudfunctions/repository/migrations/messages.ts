import { sql, type Kysely, type Migration } from 'kysely'

/*
 * What is sent out of what people are told, what they allowed a platform to send, and terminals. A delivery is a message's;
 * the queue that drives it has tables of its own.
 */
const statements = [
  `create table subscription (
    account_key text collate "C" not null,
    template text collate "C" not null check (template in ('cardChanged', 'lapsesSoon')),
    times integer not null check (times >= 0),
    at bigint not null,
    primary key (account_key, template)
  )`,
  `create table delivery (
    person_key text collate "C" not null,
    message_id text collate "C" not null,
    state text not null check (state in ('waiting', 'sending', 'sent', 'none', 'dead')),
    way text check (way in ('wechat', 'alipay', 'sms')),
    reason text,
    tries integer not null default 0,
    at bigint not null,
    primary key (person_key, message_id)
  )`,
  `create index deliveries_open on delivery (state, at) where state in ('waiting', 'sending', 'dead')`,
  'create index delivery_at on delivery using brin (at)',
  `create table kiosk (
    kiosk_id text collate "C" primary key,
    outlet_id text not null,
    city text not null,
    code_hash text collate "C",
    code_until bigint,
    secret_hash text,
    made_at bigint not null,
    enrolled_at bigint,
    revoked_at bigint,
    check ((code_hash is null) = (code_until is null))
  )`,
  'create unique index kiosk_to_enrol on kiosk (code_hash) where code_hash is not null',
  'alter table session add column kiosk_id text collate "C"',
  'create index session_at_kiosk on session (kiosk_id) where kiosk_id is not null and ended_at is null',
]

/** Messages sent out, and terminals. */
export const messages: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
