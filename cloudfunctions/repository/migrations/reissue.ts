import { sql, type Kysely, type Migration } from 'kysely'

/*
 * The order of a new card, and what is kept apart from it: addresses, photos, the new card's number. A new card is another card; what
 * happens to one that the other has to know is handed over by `card_relay`, never written in the same transaction.
 */
const statements = [
  `alter table reissue alter column accepted_at drop not null,
    add column reason text
      check (reason in ('lost', 'expired', 'damaged', 'defaced', 'detailsChanged', 'bankChanged', 'movedProvince', 'oldMedicalCard')),
    add column way text check (way in ('instant', 'serviceOutlet', 'bankApp', 'mail')),
    add column bank text,
    add column author text,
    add column applied_at bigint,
    add column state text check (state in ('applied', 'rejected', 'accepted', 'inProduction', 'ready', 'mailed', 'returned', 'uncollected',
      'collected', 'socialSecurityActivated', 'financialActivated', 'closed', 'cancelled')),
    add column moved_at bigint,
    add column rejected_for text check (rejected_for in ('photo', 'dataMismatch', 'address'))`,
  'create index reissue_waiting on reissue (state, moved_at) where closed_at is null and state is not null',
  `create table order_private (
    card_key text collate "C" not null,
    reissue_id text collate "C" not null,
    sealed_address text,
    address_by text,
    photo_id text,
    outlet text,
    tracking_number text,
    sealed_new_number text,
    new_issued_on text,
    new_card_key text,
    over_at bigint,
    primary key (card_key, reissue_id)
  )`,
  'create index order_private_over on order_private (over_at)',
  `create table photo (
    card_key text collate "C" not null,
    photo_id text collate "C" not null,
    sealed_photo text not null,
    at bigint not null,
    until_at bigint,
    primary key (card_key, photo_id)
  )`,
  'create index photo_until on photo (until_at)',
  `create table card_relay (
    card_key text collate "C" not null,
    seq integer not null,
    kind text not null check (kind in ('newCard', 'activated')),
    at bigint not null,
    sent_at bigint,
    reason text,
    primary key (card_key, seq)
  )`,
  'create index card_relay_waiting on card_relay (at) where sent_at is null',
  'alter table card add column replaces_key text, add column replaces_order text',
  `alter table loss_report drop constraint if exists loss_report_ended_by_check,
    add constraint loss_report_ended_by_check check (ended_by in ('released', 'lapsed', 'replaced', 'cardReplaced'))`,
  `alter table verification drop constraint verification_purpose_check,
    add constraint verification_purpose_check
      check (purpose in ('reportLoss', 'releaseLoss', 'reissue', 'grantProxy', 'setPassword', 'activate', 'bind', 'exportData'))`,
]

/** From lost to working again. */
export const reissue: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
