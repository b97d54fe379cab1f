import fc from 'fast-check'
import type { AcceptedReissue, FormalReport } from '@/domain/card'
import type { CardImported } from '@/domain/events'
import { policyOf } from '@/domain/policies'
import type { CityPolicy } from '@/domain/policy'
import { cardFunctions, channels, lives, reissueKinds, reportKinds, roles, type Life } from '@/domain/words'
import { accepted, cityLike, days, formal, frozen, hours, imported, seconds } from '../../support/builders'

/** A city that has every rule no city here has: it covers the bank, binds to the outlet, stops exchanged cards, never releases. */
const strictest = cityLike(policyOf('national'), {
  formalCoversBank: true,
  exchangeStopsOldCard: true,
  anyOutletCancelsTemporary: false,
  release: { counter: { mode: 'sameOutlet', channels: ['counter'] }, terminal: { mode: 'never', channels: [] } },
})

export const cities: fc.Arbitrary<CityPolicy> =
  fc.constantFrom(...(['chengdu', 'shanghai', 'beijing', 'national'] as const).map((city) => frozen(policyOf(city))), strictest)

const life = fc.constantFrom<Life>(...lives, 'inUse', 'inUse')
const channel = fc.constantFrom(...channels)
const outlet = fc.constantFrom('A', 'B')
const by = fc.constantFrom(...roles)

const rarely = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value })

const reportOf = (of: Life): fc.Arbitrary<FormalReport | null> =>
  of === 'cancelled'
    ? fc.constant(null)
    : rarely(fc.tuple(channel, outlet).map(([made, at]) => formal(made, { outlet: at, releasedLike: made })))

const reissueOf = (report: FormalReport | null): fc.Arbitrary<AcceptedReissue | null> =>
  rarely(fc.constantFrom(...(report ? reissueKinds : (['exchange'] as const))).map((kind) => accepted(kind)))

/** How a card enters the record: any lives, perhaps already lost, perhaps already being reissued. */
export const beginnings: fc.Arbitrary<CardImported> = fc.tuple(life, life).chain(([socialSecurity, financial]) =>
  reportOf(socialSecurity).chain((report) =>
    reissueOf(report).map((reissue) => imported({ lives: { socialSecurity, financial }, report, reissue }))))

const of = fc.constantFrom(...cardFunctions)
const maybe = <T>(key: string, value: fc.Arbitrary<T>) => rarely(value).map((one) => (one === null ? {} : { [key]: one }))
const asPlaced = fc.tuple(maybe('function', of), maybe('outlet', outlet)).map(([a, b]) => ({ ...a, ...b }))

const kind = maybe('kind', fc.constantFrom(...reportKinds))
const ask = <Name extends string>(name: Name) => fc.constant(name)

const asks = fc.oneof(
  // the phone alone makes what lapses in most cities
  fc.record({ ask: ask('reportLoss'), channel: fc.oneof(channel, fc.constant('phone' as const)), by, placed: asPlaced, kind }),
  fc.record({ ask: ask('releaseLoss'), channel, by, placed: asPlaced }),
  fc.record({ ask: ask('bankTold'), channel, by, told: fc.boolean() }),
  fc.record({ ask: ask('acceptReissue'), channel, by, kind: fc.constantFrom(...reissueKinds) }),
)
export type AnyAsk = typeof asks extends fc.Arbitrary<infer T> ? T : never

/** Time goes on, stands still, jumps to a deadline, or is set back. */
const waits = fc.oneof(
  fc.constantFrom(0, 1, -1, ...[5, 7, 10].flatMap((n) => [days(n) - 1, days(n), days(n) + 1])),
  fc.integer({ min: 0, max: 12 * 24 }).map(hours),
  fc.integer({ min: -3 * 86_400, max: 0 }).map(seconds),
)

export interface Step {
  readonly wait: number
  readonly ask: AnyAsk
}
export const steps: fc.Arbitrary<Step[]> = fc.array(fc.record({ wait: waits, ask: asks }), { maxLength: 24, size: 'max' })
