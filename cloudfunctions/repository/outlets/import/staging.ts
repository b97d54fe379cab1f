import type { Session } from '../../import/session'
import type { OutletTable } from '../../schema'

/** One outlet of a city's file that was found good in itself; `plain_name` is what two names are compared by. */
export interface OutletFileRow extends Omit<OutletTable, 'version' | 'seq'> {
  readonly line: number
  readonly plain_name: string
}

/** A temporary table that no other session sees and that goes with the transaction. */
export const stagingTable = `create temporary table staged (
  line integer primary key, city text collate "C" not null, outlet_id text collate "C" not null, name text not null,
  plain_name text collate "C" not null, kind text collate "C" not null, bank text collate "C", district text collate "C" not null,
  address text not null, longitude double precision not null, latitude double precision not null, phone text, hours json, holidays text,
  capabilities text[] not null, notes text, source text not null, checked_on text not null, checked_by text not null,
  name_initials text collate "C" not null, address_initials text not null
) on commit drop`

export const stage = async (session: Session, rows: readonly OutletFileRow[]): Promise<void> => {
  await session.query('insert into staged select * from json_populate_recordset(null::staged, $1)', [JSON.stringify(rows)])
}
