import type { FoundOutletOnWire, PointOnWire } from '@/contract'
import type { OutletCopy } from '@/copy/outlets'
import { dateOf } from '@/copy/outlets/clock'
import type { Capability, OutletStepName } from '@/domain/words'
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

/** Steps whose rule says what every outlet of theirs does for this card, whatever its list says; and what it then does not do for it. */
const ruled = {
  anyOutletCancels: ['releaseLoss'],
  serviceOutletReissues: ['reissue', 'instantIssuance'],
  agencyCancelsFirst: ['reissue', 'instantIssuance'],
} as const satisfies Partial<Record<OutletStepName, readonly Capability[]>>

const isRuled = (step: OutletStepName | undefined): step is keyof typeof ruled => step !== undefined && step in ruled

/** What one goes there for, and the capabilities that are said with it. */
const purposeOf = (
  capabilities: readonly Capability[], need: Need, step: OutletStepName | undefined, o: OutletCopy,
): { readonly first: readonly string[]; readonly said: readonly Capability[] } => {
  if (isRuled(step)) return { first: [o.does.byRule[step]], said: ruled[step] }
  return { first: wanted[need].filter((one) => capabilities.includes(one)).map((one) => o.capabilities[one]), said: wanted[need] }
}

const can = (capabilities: readonly Capability[], need: Need, step: OutletStepName | undefined, o: OutletCopy): readonly string[] => {
  const { does, capabilities: names } = o
  const { first, said } = purposeOf(capabilities, need, step, o)
  // a password is no one's reason to look for a door; the outlet's own page says it
  const others = capabilities.filter((one) => !said.includes(one) && one !== 'resetPassword').map((one) => names[one])
  if (first.length + others.length === 0) return [does.unknown]
  if (first.length === 0) return [does.can(does.list(others))]
  return others.length > 0 ? [does.list(first), does.also(does.list(others))] : [does.list(first)]
}

/** What it does, what was looked for first, and that it is the card's own bank, in one line; `step` is why it is among those found. */
export const saidDoes = ({ capabilities, fits }: FoundOutletOnWire, need: Need, step: OutletStepName | undefined, o: OutletCopy): string =>
  o.does.join([...(fits.includes('bank') ? [o.does.ownBank] : []), ...can(capabilities, need, step, o)])

/** A checked date, `2026-03-09`, as it is said. */
export const saidDate = (date: string, o: OutletCopy, now: number): string => {
  const at = Date.parse(`${date}T12:00:00+08:00`)
  const { year, month, date: day } = dateOf(at)
  return year === dateOf(now).year ? o.date(month, day) : o.dateOfYear(year, month, day)
}
