import { cityCodes, policyOf, type CityCode } from '@/domain/policies'
import { civilDate, type Instant } from '@/domain/time'
import type { OutletFileRow } from '../../../repository'
import { ImportFileError } from '../file-error'
import { reasonAgainst, type About } from './check-row'
import type { Fields } from './columns'
import { rowOf } from './row'
import { notLongAgo, suspicionsAbout } from './suspects'
import type { Reason, Suspicion } from './reasons'

/** What a file says of one outlet, by its line (of a GeoJSON file: the number of its feature), or why that cannot be told. */
export type RawRow =
  | { readonly line: number; readonly fields: Fields }
  | { readonly line: number; readonly reason: Reason }

export interface Listeners {
  readonly onBadRow: (line: number, reason: Reason) => void
  readonly onSuspect: (line: number, suspicion: Suspicion) => void
}

const isCity = (text: string): text is CityCode => cityCodes.some((city) => city === text)

/** The city a row names, if it is one with a place; otherwise why it is not. */
const cityIn = (text: string): { city: CityCode } | { reason: Reason } => {
  if (!isCity(text)) return { reason: 'city' }
  return policyOf(text).place.value ? { city: text } : { reason: 'cityWithoutPlace' }
}

/** Checks rows one after the other; the first that names a city names the file's. */
const checker = (about: Omit<About, 'city'>) => {
  let first: CityCode | undefined
  return (raw: RawRow): { about: About; fields: Fields } | { reason: Reason } => {
    if ('reason' in raw) return raw
    const named = cityIn(raw.fields.city)
    if ('reason' in named) return named
    first ??= named.city
    const whole = { ...about, city: first }
    const reason = reasonAgainst(raw.fields, whole)
    return reason ? { reason } : { about: whole, fields: raw.fields }
  }
}

/** Streams a file's good rows, and tells of each bad one and each suspect. `now` (ms) is what dates are measured by. */
export async function* goodRowsIn(
  rows: AsyncIterable<RawRow>, now: Instant, said: Pick<About, 'system' | 'fictional'>, { onBadRow, onSuspect }: Listeners,
): AsyncGenerator<OutletFileRow> {
  const check = checker({ ...said, today: civilDate(now) })
  const checkedFrom = notLongAgo(now)
  let any = false
  for await (const raw of rows) {
    any = true
    const checked = check(raw)
    if ('reason' in checked) {
      onBadRow(raw.line, checked.reason)
      continue
    }
    suspicionsAbout(checked.fields, checkedFrom).forEach((suspicion) => onSuspect(raw.line, suspicion))
    yield rowOf(checked.fields, raw.line, checked.about)
  }
  if (!any) throw new ImportFileError('The file lists no outlet.')
}
