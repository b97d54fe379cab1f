import { sql, type Kysely, type Migration } from 'kysely'

/*
 * Every key begins with the card's (or holder's) key, so that the tables can be distributed by it; references between differently
 * keyed tables are therefore not declared. Rows of a card are only written by a statement that has just changed the card's own row.
 */
const statements = [
  `create table card (
    card_key text collate "C" primary key,
    holder_key text collate "C" not null,
    sealed_number text not null,
    city text not null,
    issuing_bank text not null,
    issued_on text not null,
    social_life text not null check (social_life in ('notActivated', 'inUse', 'locked', 'cancelled')),
    social_since bigint not null,
    financial_life text not null check (financial_life in ('notActivated', 'inUse', 'locked', 'cancelled')),
    financial_since bigint not null,
    version integer not null check (version > 0),
    changed_at bigint not null,
    head text not null
  ) with (fillfactor = 85)`,
  `create table loss_report (
    card_key text collate "C" not null,
    report_id text collate "C" not null,
    function text not null check (function in ('socialSecurity', 'financial')),
    kind text not null check (kind in ('temporary', 'formal')),
    channel text not null,
    author text not null,
    outlet text,
    released_like text not null,
    reported_at bigint not null,
    lapses_at bigint,
    ended_at bigint,
    ended_by text check (ended_by in ('released', 'lapsed', 'replaced')),
    primary key (card_key, report_id),
    check ((kind = 'temporary') = (lapses_at is not null)),
    check ((ended_at is null) = (ended_by is null))
  )`,
  'create unique index one_open_report on loss_report (card_key, function) where ended_at is null',
  `create table bank_told (
    card_key text collate "C" primary key,
    told_at bigint,
    told_by text,
    check ((told_at is null) = (told_by is null))
  )`,
  `create table card_event (
    card_key text collate "C" not null,
    seq integer not null check (seq > 0),
    event json not null,
    actor text not null,
    previous text not null,
    hash text not null,
    primary key (card_key, seq)
  )`,
  `create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception '% is append-only: a correction is a new event', tg_table_name; end $$`,
  `create trigger card_event_append_only before update or delete or truncate on card_event
    for each statement execute function refuse_change()`,
  `create table reissue (
    card_key text collate "C" not null,
    reissue_id text collate "C" not null,
    kind text not null check (kind in ('replacement', 'exchange')),
    stops_old_card boolean not null,
    channel text not null,
    accepted_at bigint not null,
    closed_at bigint,
    primary key (card_key, reissue_id)
  )`,
  'create unique index one_open_reissue on reissue (card_key) where closed_at is null',
  `create table verification (
    card_key text collate "C" not null,
    verification_id text collate "C" not null,
    account_key text collate "C" not null,
    purpose text not null check (purpose in ('reportLoss', 'releaseLoss')),
    result text not null check (result in ('begun', 'pending', 'passed', 'failed', 'cancelled')),
    begun_at bigint not null,
    completed_at bigint,
    used_at bigint,
    primary key (card_key, verification_id)
  )`,
  `create table idempotency (
    card_key text collate "C" not null,
    actor text collate "C" not null,
    operation text collate "C" not null,
    key text collate "C" not null,
    verification_id text not null,
    request_hash text not null,
    answer json not null,
    at bigint not null,
    primary key (card_key, actor, operation, key)
  )`,
  `create table outbox (
    card_key text collate "C" not null,
    seq integer not null,
    part integer not null,
    due_at bigint not null,
    notice json not null,
    sent_at bigint,
    primary key (card_key, seq, part)
  )`,
  'create index outbox_waiting on outbox (due_at) where sent_at is null',
  `create table card_directory (
    number_hash text collate "C" not null,
    hash_key_id text collate "C" not null,
    card_key text collate "C" not null,
    primary key (number_hash, hash_key_id)
  )`,
  `create table person (
    person_key text collate "C" primary key,
    sealed_person text not null
  )`,
  `create table person_directory (
    id_hash text collate "C" not null,
    hash_key_id text collate "C" not null,
    person_key text collate "C" not null,
    primary key (id_hash, hash_key_id)
  )`,
  `create table person_card (
    person_key text collate "C" not null,
    card_key text collate "C" not null,
    primary key (person_key, card_key)
  )`,
  `create table guardianship (
    guardian_key text collate "C" not null,
    ward_key text collate "C" not null,
    primary key (guardian_key, ward_key)
  )`,
  `create table account (
    account_key text collate "C" primary key,
    channel text not null,
    platform_hash text collate "C" not null,
    hash_key_id text collate "C" not null,
    person_key text collate "C" not null,
    unique (platform_hash, hash_key_id)
  )`,
]

/** The record: cards, reports, events, and who may see them. */
export const record: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
