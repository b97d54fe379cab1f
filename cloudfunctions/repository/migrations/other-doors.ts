import { sql, type Kysely, type Migration } from 'kysely'

/*
 * Partners and what they may do; what they said of the citizen, beside the event that came of it; the voice line; staff and terminals; what
 * was told to whom, and what partners are told. Tables about a card are keyed by the card, those about a person by the person.
 */
const statements = [
  `create table partner (
    partner_id text collate "C" primary key,
    name text not null,
    channel text not null check (channel in ('tianfu', 'phone', 'counter', 'terminal', 'bank', 'bureau')),
    bank text,
    cities text[] not null,
    operations text[] not null,
    per_minute integer not null check (per_minute > 0),
    made_at bigint not null,
    disabled_at bigint,
    check ((channel = 'bank') = (bank is not null))
  )`,
  `create table partner_secret (
    partner_id text collate "C" not null,
    secret_id text collate "C" not null,
    sealed_secret text not null,
    made_at bigint not null,
    until_at bigint,
    primary key (partner_id, secret_id)
  )`,
  `create table partner_nonce (
    partner_id text collate "C" not null,
    nonce text collate "C" not null,
    seen_at bigint not null,
    primary key (partner_id, nonce)
  )`,
  'create index nonce_seen on partner_nonce using brin (seen_at)',
  `create table attestation (
    card_key text collate "C" not null,
    seq integer not null,
    partner_id text collate "C" not null,
    staff text not null,
    outlet text,
    applicant text not null check (applicant in ('cardholder', 'guardian', 'proxy', 'bank')),
    sealed_applicant text,
    evidence json,
    primary key (card_key, seq)
  )`,
  `create table service_password (
    card_key text collate "C" primary key,
    password_hash text not null,
    set_at bigint not null
  )`,
  `create table voice_call (
    partner_id text collate "C" not null,
    call_id text collate "C" not null,
    turn integer not null,
    request_hash text not null,
    sealed_state text not null,
    at bigint not null,
    primary key (partner_id, call_id)
  )`,
  'create index call_over on voice_call (at)',
  `create table staff (
    staff_id text collate "C" primary key,
    outlet_id text not null,
    city text not null,
    password_hash text not null,
    epoch integer not null default 1,
    made_at bigint not null,
    disabled_at bigint
  )`,
  `create table staff_session (
    staff_id text collate "C" not null,
    session_hash text collate "C" not null,
    epoch integer not null,
    begun_at bigint not null,
    seen_at bigint not null,
    ended_at bigint,
    primary key (staff_id, session_hash)
  )`,
  'create index staff_session_seen on staff_session (seen_at)',
  `create table dispute (
    card_key text collate "C" not null,
    dispute_id text collate "C" not null,
    about text not null check (about in ('lossReported', 'reportReleased', 'reissueAccepted', 'passwordSet')),
    author text not null,
    city text not null,
    opened_at bigint not null,
    closed_at bigint,
    outcome text check (outcome in ('upheld', 'dismissed')),
    report_id text,
    primary key (card_key, dispute_id),
    check ((closed_at is null) = (outcome is null))
  )`,
  'create unique index one_open_dispute on dispute (card_key) where closed_at is null',
  'create index disputes_waiting on dispute (city, opened_at, card_key) where closed_at is null',
  'alter table guardianship add column partner_id text, add column staff text, add column outlet text, add column evidence json, add column linked_at bigint',
  'alter table loss_report add column account_key text',
  'create index report_lapsing on loss_report (lapses_at) where ended_at is null and lapses_at is not null',
  `alter table account add column false_reports integer not null default 0, add column barred_until bigint, drop constraint if exists account_channel_check`,
  `alter table verification drop constraint verification_purpose_check,
    add constraint verification_purpose_check
      check (purpose in ('reportLoss', 'releaseLoss', 'reissue', 'grantProxy', 'setPassword', 'bind', 'exportData'))`,
  `create table message (
    person_key text collate "C" not null,
    message_id text collate "C" not null,
    card_key text collate "C" not null,
    seq integer not null,
    part integer not null,
    notice json not null,
    at bigint not null,
    read_at bigint,
    position bigint generated always as identity,
    primary key (person_key, message_id)
  )`,
  'create unique index one_message on message (person_key, card_key, seq, part)',
  'create index messages_in_order on message (person_key, position)',
  'create index message_at on message using brin (at)',
  'create index outbox_sent on outbox using brin (sent_at)',
  `create table feed (
    position bigint primary key,
    card_key text collate "C" not null,
    seq integer not null,
    city text not null,
    issuing_bank text not null
  )`,
]

/** The other doors, and being told. */
export const otherDoors: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
