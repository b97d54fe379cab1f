import type { CityCode } from '@/domain/policies'
import type { Database } from '../database'
import type { OutletTable } from '../schema'

/** One outlet's row as it is answered; its version is known by whoever asked. */
export type OutletRow = Omit<OutletTable, 'city' | 'version' | 'checked_by'>
export type ScheduleRow = Pick<OutletTable, 'seq' | 'hours' | 'holidays'>

const shown = `select outlet_id, seq, name, kind, bank, district, address, longitude, latitude, phone, hours, holidays,
  capabilities, notes, source, checked_on, name_initials, address_initials
  from outlet where city = $1 and version = $2`

const atSeqs = 'and seq = any($3::integer[])'

export const outletsInOrder = ({ run }: Database, city: CityCode, version: string, seqs: readonly number[]): Promise<OutletRow[]> =>
  run({ name: 'outlets-in-order', text: `${shown} ${atSeqs}`, values: [city, version, seqs] })

export const outletById = async ({ run }: Database, city: CityCode, version: string, outletId: string): Promise<OutletRow | null> => {
  const [row] = await run<OutletRow>({ name: 'outlet-by-id', text: `${shown} and outlet_id = $3`, values: [city, version, outletId] })
  return row ?? null
}

export const schedulesAt = ({ run }: Database, city: CityCode, version: string, seqs: readonly number[]): Promise<ScheduleRow[]> => {
  const text = `select seq, hours, holidays from outlet where city = $1 and version = $2 ${atSeqs}`
  return run({ name: 'outlet-schedules', text, values: [city, version, seqs] })
}
