import type { FoundOutletOnWire, PointOnWire } from '@/contract'
import type { OutletCopy } from '@/copy/outlets'
import { dateOf } from '@/copy/outlets/clock'
import type { Capability } from '@/domain/words'
import { directionOf, offsetOf } from '@/platform/outlet-map/geometry'
import type { Need } from './found'

/** `350 米`, `1.2 公里`, `23 公里`. */
export const saidDistance = (metres: number, o: OutletCopy): string => {
  if (metres < 995) return o.metres(Math.max(10, Math.round(metres / 10) * 10))
  return o.kilometres((metres < 9950 ? (metres / 1000).toFixed(1) : String(Math.round(metres / 1000))).replace('.0', ''))
}

/** The same with its direction, where the citizen's place is known. */
export const saidWhere = ({ distance, location }: FoundOutletOnWire, own: PointOnWire | undefined, o: OutletCopy): string | undefined => {
  if (distance === undefined) return undefined
  const said = saidDistance(distance, o)
  return own ? o.toward(o.directions[directionOf(offsetOf(location, own))] ?? '', said) : said
}

const wanted: Readonly<Record<Need, readonly Capability[]>> = {
  '': [],
  reportLoss: ['reportLoss'],
  release: ['releaseLoss'],
  instantReissue: ['instantIssuance', 'reissue'],
  collect: ['collect'],
  activate: ['activateSocialSecurity', 'activateFinancial'],
}

const can = (capabilities: readonly Capability[], need: Need, { does, capabilities: names }: OutletCopy): readonly string[] => {
  const said = (ones: readonly Capability[]) => does.list(ones.map((one) => names[one]))
  const first = wanted[need].filter((one) => capabilities.includes(one))
  // a password is no one's reason to look for a door; the outlet's own page says it
  const others = capabilities.filter((one) => !wanted[need].includes(one) && one !== 'resetPassword')
  if (first.length + others.length === 0) return [does.unknown]
  if (first.length === 0) return [does.can(said(others))]
  return others.length > 0 ? [said(first), does.also(said(others))] : [said(first)]
}

/** What it does, what was looked for first, and that it is the card's own bank, in one line. */
export const saidDoes = ({ capabilities, fits }: FoundOutletOnWire, need: Need, o: OutletCopy): string =>
  o.does.join([...(fits.includes('bank') ? [o.does.ownBank] : []), ...can(capabilities, need, o)])

/** A checked date, `2026-03-09`, as it is said. */
export const saidDate = (date: string, o: OutletCopy, now: number): string => {
  const at = Date.parse(`${date}T12:00:00+08:00`)
  const { year, month, date: day } = dateOf(at)
  return year === dateOf(now).year ? o.date(month, day) : o.dateOfYear(year, month, day)
}
