import type { CityCode } from '@/domain/policies'
import type { Session } from '../../import/session'
import { differingColumns, saysOtherwise } from '../compare'
import { eachRow } from './pages'

/** What became of an outlet from one version to another; the columns are those of a changed one that differ. */
export interface Change {
  readonly outletId: string
  readonly name: string
  readonly what: 'added' | 'removed' | 'changed'
  readonly columns: readonly string[]
}

export interface ChangeCounts {
  readonly added: number
  readonly removed: number
  readonly changed: number
}

const version = (parameter: string) => `(select * from outlet where city = $1 and version = ${parameter})`
const joined = `from ${version('$2')} o full join ${version('$3')} n on n.outlet_id = o.outlet_id
  where (o.outlet_id is null or n.outlet_id is null or ${saysOtherwise('o', 'n')})`
const what = `case when o.outlet_id is null then 'added' when n.outlet_id is null then 'removed' else 'changed' end`

const counts = `select what, count(*)::integer as outlets from (select ${what} as what ${joined}) c group by what`

const changes = `select coalesce(n.outlet_id, o.outlet_id) as "outletId", coalesce(n.name, o.name) as name, ${what} as what,
  case when o.outlet_id is null or n.outlet_id is null then array[]::text[] else ${differingColumns('o', 'n')} end as columns
  ${joined} order by "outletId"`

export const countChanges = async (session: Session, city: CityCode, from: string, to: string): Promise<ChangeCounts> => {
  const rows = await session.query<{ what: Change['what']; outlets: number }>(counts, [city, from, to])
  return { added: 0, removed: 0, changed: 0, ...Object.fromEntries(rows.map((row) => [row.what, row.outlets])) }
}

export const listChanges = (session: Session, city: CityCode, from: string, to: string, tell: (change: Change) => void): Promise<void> =>
  eachRow(session, changes, [city, from, to], tell)
