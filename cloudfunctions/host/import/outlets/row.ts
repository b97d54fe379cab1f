import type { HolidayHabit, WeekHours } from '@/domain/hours'
import type { OutletFileRow } from '../../../repository'
import { capabilitiesIn, districtOf, hoursOf, isKind, placeOf, type About } from './check-row'
import { days, type Fields } from './columns'
import { initialsOf } from './initials'

const hoursIn = (fields: Fields): WeekHours | null => (fields.monday === '' ? null : days.map((day) => hoursOf(fields[day]) ?? []))

const habitIn = ({ holidays }: Fields): HolidayHabit | null => (holidays === 'open' || holidays === 'closed' ? holidays : null)

/** Empty is unknown. */
const known = (text: string): string | null => (text === '' ? null : text)

/** Names that differ in width or blanks only are the same. */
const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '')

/** A good row in the record's words. */
export const rowOf = (fields: Fields, line: number, { city, system }: About): OutletFileRow => {
  const { kind, name, address } = fields
  const [district, capabilities] = [districtOf(fields, city), capabilitiesIn(fields.capabilities)]
  if (!isKind(kind) || !district || !capabilities) throw new TypeError('only a row that was checked becomes an outlet')
  return {
    line,
    city,
    outlet_id: fields.id,
    name,
    plain_name: plain(name),
    kind,
    bank: known(fields.bank),
    district: district.code,
    address,
    ...placeOf(fields, system),
    phone: known(fields.phone),
    hours: hoursIn(fields),
    holidays: habitIn(fields),
    capabilities,
    notes: known(fields.notes),
    source: fields.source,
    checked_on: fields.checked_on,
    checked_by: fields.checked_by,
    name_initials: initialsOf(name),
    address_initials: initialsOf(address),
  }
}
