import type pg from 'pg'
import type { WeekHours } from '@/domain/hours'
import type { CityCode } from '@/domain/policies'
import type { OutletTable } from '../../../cloudfunctions/repository/schema'

export type Outlet = Omit<OutletTable, 'city' | 'version' | 'seq'>

/** Office hours with a break at noon. */
export const officeHours: WeekHours = [...Array.from({ length: 5 }, () => [{ from: 540, to: 720 }, { from: 810, to: 1020 }]), [], []]

const usual: Outlet = {
  outlet_id: '',
  name: '示例网点',
  kind: 'agency',
  bank: null,
  district: '510104',
  address: '示例路1号',
  longitude: 104.06,
  latitude: 30.66,
  phone: null,
  hours: officeHours,
  holidays: 'closed',
  capabilities: [],
  notes: null,
  source: '示例名录',
  checked_on: '2026-01-01',
  checked_by: '示例',
  name_initials: 'slwd',
  address_initials: 'sll1h',
}

/** A fictional outlet, but for what is said. */
export const outlet = (outlet_id: string, over: Partial<Outlet> = {}): Outlet => ({ ...usual, outlet_id, ...over })

export interface Publishing {
  readonly version: string
  readonly outlets: readonly Outlet[]
  readonly city?: CityCode
  /** Ms from the database's now at which it becomes the current one. */
  readonly startsIn?: number
}

const names = [...Object.keys(usual), 'city', 'version', 'seq']

const addRows = async (sql: pg.Client, { city = 'chengdu', version, outlets }: Publishing): Promise<void> => {
  const rows = outlets.map((one, seq) => ({ ...one, city, version, seq }))
  const select = names.map((name) => (name === 'capabilities' ? 'array(select json_array_elements_text(capabilities_json))' : name)).join(', ')
  await sql.query(
    `insert into outlet (${names.join(', ')}) select ${select}
     from (select r.*, e -> 'capabilities' as capabilities_json
       from json_array_elements($1::json) e cross join lateral json_populate_record(null::outlet, (e::jsonb - 'capabilities')::json) r) one`,
    [JSON.stringify(rows)])
}

/** Publishes one version of a city's list, as the newest decision. */
export const publish = async (sql: pg.Client, publishing: Publishing): Promise<void> => {
  const { city = 'chengdu', version, outlets, startsIn = 0 } = publishing
  await sql.query('begin')
  const { rowCount } = await sql.query('insert into outlet_version values ($1, $2, 0, $3, true) on conflict do nothing', [city, version, outlets.length])
  if (rowCount) await addRows(sql, publishing)
  const now = 'floor(extract(epoch from clock_timestamp()) * 1000)::bigint'
  await sql.query(
    `insert into outlet_publication select $1, coalesce(max(seq), 0) + 1, $2, ${now} + $3, ${now} from outlet_publication where city = $1`,
    [city, version, startsIn])
  await sql.query('commit')
}
