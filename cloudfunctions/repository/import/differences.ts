import { stateAt } from '@/domain/state'
import type { Instant } from '@/domain/time'
import type { Keys } from '../../runtime/keys'
import { cardColumns, cardOf, type CardRow } from '../facts'
import { openPerson } from '../person'
import type { Session } from './session'

/** Where a file disagrees with the record: the line and the names of the columns, never what they hold. The record is kept. */
export interface Difference {
  readonly line: number
  readonly columns: readonly string[]
}

interface KnownRow extends Omit<CardRow, 'card_key'> {
  readonly card_key: string | null
  readonly issued_on: string | null
  readonly line: number
  readonly file: { city: string; issuing_bank: string; issued_on: string; state: string; name_hash: string; phone_hash: string; guardian_hash: string | null }
  readonly person_key: string | null
  readonly sealed_person: string | null
  readonly has_guardian: boolean
}

const pageSize = 2000
const known = `select s.line, row_to_json(s) as file, ${cardColumns()}, c.issued_on, p.person_key, p.sealed_person,
  exists (select from guardianship w join person_directory g on g.person_key = w.guardian_key
    where w.ward_key = c.holder_key and g.id_hash = s.guardian_hash) as has_guardian
  from staged s
  left join card_directory d on d.number_hash = s.number_hash and d.hash_key_id = s.hash_key_id
  left join card c on c.card_key = d.card_key
  left join person_directory o on o.id_hash = s.id_hash and o.hash_key_id = s.hash_key_id
  left join person p on p.person_key = o.person_key
  where s.line > $1 and (d.card_key is not null or o.person_key is not null)
  order by s.line limit ${pageSize}`

const named = (columns: Record<string, boolean>) => Object.keys(columns).filter((column) => columns[column])

const isCard = (row: KnownRow): row is KnownRow & CardRow => row.card_key !== null

const ofCard = (row: KnownRow, now: Instant): string[] => {
  if (!isCard(row)) return []
  const { file } = row
  return named({
    id_number: row.person_key !== row.holder_key,
    city: file.city !== row.city,
    issuing_bank: file.issuing_bank !== row.issuing_bank,
    issued_on: file.issued_on !== row.issued_on,
    state: file.state !== stateAt(cardOf(row), now).socialSecurity.state,
    guardian_id_number: file.guardian_hash !== null && !row.has_guardian,
  })
}

const ofPerson = ({ file, person_key: key, sealed_person: sealed }: KnownRow, keys: Keys): string[] => {
  if (key === null || sealed === null) return []
  const { name, phone } = openPerson(keys, key, sealed)
  const differs = (text: string, hash: string) => keys.hash('compare', text).hash !== hash
  return named({ name: differs(name, file.name_hash), phone: differs(phone, file.phone_hash) })
}

/** Lists, page by page, where rows of known cards and known people differ from the record as it reads at `now`. */
export const listDifferences = async (session: Session, keys: Keys, now: Instant, tell: (found: Difference) => void): Promise<void> => {
  for (let after = 0; ;) {
    const rows = await session.query<KnownRow>(known, [after])
    for (const row of rows) {
      const columns = [...ofCard(row, now), ...ofPerson(row, keys)]
      if (columns.length > 0) tell({ line: row.line, columns })
    }
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.line
  }
}

const contradictions = `select line, name_hash <> first_name as name, phone_hash <> first_phone as phone from (
  select line, name_hash, phone_hash, first_value(name_hash) over w as first_name, first_value(phone_hash) over w as first_phone
  from staged window w as (partition by id_hash order by line)) s where name_hash <> first_name or phone_hash <> first_phone order by line`

/** Lists the rows that name a person otherwise than an earlier row of the same file: the earlier one is kept. */
export const listContradictions = async (session: Session, tell: (found: Difference) => void): Promise<void> => {
  const rows = await session.query<{ line: number; name: boolean; phone: boolean }>(contradictions)
  for (const { line, name, phone } of rows) tell({ line, columns: named({ name, phone }) })
}
