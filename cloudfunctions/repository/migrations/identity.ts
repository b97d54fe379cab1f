import { sql, type Kysely, type Migration } from 'kysely'

/*
 * An account is known by its platform before we know whose it is: a person is bound to it by an identity check, and let go of again.
 * `epoch` is part of every token; a new one ends them all. Tables about a card are keyed by the card, those about a person by the person.
 */
const statements = [
  `alter table account alter column person_key drop not null,
    add column sealed_platform_id text, add column epoch integer not null default 1, add column begun_at bigint not null default 0,
    add column bound_at bigint, add column ended_at bigint, add column ended_why text check (ended_why in ('moved', 'unbound', 'erased'))`,
  'create index account_of_person on account (person_key) where person_key is not null',
  `create table session (
    account_key text collate "C" not null,
    session_id text collate "C" not null,
    epoch integer not null,
    played boolean not null,
    secret_hash text not null,
    previous_hash text,
    previous_until bigint,
    begun_at bigint not null,
    expires_at bigint not null,
    ended_at bigint,
    primary key (account_key, session_id)
  )`,
  'alter table verification rename column card_key to subject_key',
  `alter table verification drop constraint verification_purpose_check,
    add constraint verification_purpose_check
      check (purpose in ('reportLoss', 'releaseLoss', 'reissue', 'grantProxy', 'bind', 'exportData')),
    add column actor_key text collate "C", add column provider text not null default 'sandbox', add column outer_number text,
    add column ticket text, add column url text, add column sealed_claim text`,
  `create table consent (
    person_key text collate "C" not null,
    what text not null check (what in ('privacy', 'child')),
    subject_key text collate "C" not null,
    given_at bigint not null,
    notice text not null,
    withdrawn_at bigint,
    primary key (person_key, what, subject_key, given_at)
  )`,
  'create unique index one_consent on consent (person_key, what, subject_key) where withdrawn_at is null',
  `create table proxy_grant (
    card_key text collate "C" not null,
    grant_id text collate "C" not null,
    holder_key text collate "C" not null,
    proxy_key text collate "C" not null,
    sealed_proxy text not null,
    purpose text not null check (purpose in ('reportLoss', 'releaseLoss', 'reissue')),
    granted_at bigint not null,
    ends_at bigint not null,
    revoked_at bigint,
    primary key (card_key, grant_id)
  )`,
  `create table person_grant (
    person_key text collate "C" not null,
    card_key text collate "C" not null,
    grant_id text collate "C" not null,
    primary key (person_key, card_key, grant_id)
  )`,
  `create table platform_token (
    platform text collate "C" primary key,
    sealed_token text not null,
    expires_at bigint not null
  )`,
  // the shape that the rate limiter works with
  `create table tries (
    key text collate "C" primary key,
    points integer not null default 0,
    expire bigint
  )`,
]

/** Whose accounts they are, what they agreed to, and who acts for whom. */
export const identity: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
