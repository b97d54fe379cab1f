import type { Session } from './session'

const removeKnown = `delete from staged s using card_directory d where d.number_hash = s.number_hash and d.hash_key_id = s.hash_key_id`

/** In this order: people, then cards, then what stands on a card. Each takes whole sets, so a hundred thousand rows are ten statements. */
const loading = [
  `create temporary table newcomer on commit drop as select distinct on (id_hash) id_hash, hash_key_id, person_key, sealed_person from staged s
    where not exists (select from person_directory d where d.id_hash = s.id_hash and d.hash_key_id = s.hash_key_id) order by id_hash, line`,
  'insert into person select person_key, sealed_person, true from newcomer',
  'insert into person_directory select id_hash, hash_key_id, person_key from newcomer',
  `update staged s set person_key = d.person_key from person_directory d
    where d.id_hash = s.id_hash and d.hash_key_id = s.hash_key_id and d.person_key <> s.person_key`,
  'insert into card_directory select number_hash, hash_key_id, card_key from staged',
  `insert into card select card_key, person_key, sealed_number, city, issuing_bank, issued_on, social_life, at, financial_life, at, 1, at, event_hash
    from staged`,
  'insert into person_card select person_key, card_key from staged',
  `insert into guardianship select distinct d.person_key, s.person_key from staged s
    join person_directory d on d.id_hash = s.guardian_hash and d.hash_key_id = s.hash_key_id on conflict do nothing`,
  `insert into loss_report select card_key, report_id, 'socialSecurity', 'formal', 'counter', 'system', null, 'counter', at, null, null, null
    from staged where report_id is not null`,
  `insert into reissue select card_key, report_id, 'replacement', true, 'counter', at, null from staged where state = 'beingReissued'`,
  `insert into card_event select card_key, 1, event::json, 'import', '', event_hash from staged`,
]

/** Only these: a table that is still empty is not to be planned for as if it stayed so. */
const loaded = ['person', 'person_directory', 'card', 'card_directory', 'person_card', 'card_event']

/** Has the server look at what it now holds. */
export const analyzeLoaded = (session: Session): Promise<unknown> => session.query(`analyze ${loaded.join(', ')}`)

const countStaged = 'select count(*)::integer as count from staged'

/** Takes the rows of known cards out of the staging table: their record is kept. Resolves to how many there were. */
export const removeKnownCards = async (session: Session): Promise<number> => {
  const [before] = await session.query<{ count: number }>(countStaged)
  await session.query(removeKnown)
  const [after] = await session.query<{ count: number }>(countStaged)
  return (before?.count ?? 0) - (after?.count ?? 0)
}

/** Loads what is staged. Resolves to how many cards. */
export const loadStaged = async (session: Session): Promise<number> => {
  for (const statement of loading) await session.query(statement)
  const [row] = await session.query<{ count: number }>(countStaged)
  return row?.count ?? 0
}
