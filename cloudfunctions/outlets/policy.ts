import type { CityRulesOnWire } from '@/contract'
import { policyOf, sources, type CityCode } from '@/domain/policies'
import type { CityPolicy, ReleaseRule, Sourced } from '@/domain/policy'
import { channels, type CardFunction, type Channel } from '@/domain/words'
import { defineOperation } from '../runtime/define-operation'

const rule = <T, Shown>({ value, source, effectiveFrom, confidence }: Sourced<T>, show: (value: T) => Shown) =>
  ({ value: show(value), source: { ...sources[source] }, effectiveFrom, confidence })

const asIs = <T>(sourced: Sourced<T>) => rule(sourced, (value) => value)

const listed = <T>(sourced: Sourced<readonly T[]>) => rule(sourced, (value) => [...value])

const byChannel = <T, Shown>(of: Readonly<Record<Channel, T>>, show: (value: T) => Shown) =>
  Object.fromEntries(channels.map((channel) => [channel, show(of[channel])])) as Record<Channel, Shown>

const releaseRule = ({ mode, channels: where }: ReleaseRule) => ({ mode, channels: [...where] })

const perFunction = <T, Shown>(of: Readonly<Record<CardFunction, T>>, show: (value: T) => Shown) =>
  ({ socialSecurity: show(of.socialSecurity), financial: show(of.financial) })

const rulesOf = (city: CityCode, policy: CityPolicy): CityRulesOnWire => ({
  city,
  name: { ...policy.name },
  hotline: asIs(policy.hotline),
  temporaryDays: perFunction(policy.temporaryDays, asIs),
  lapseWarningHours: rule(policy.lapseWarningHours, (hours) => [...hours]),
  quietHours: asIs(policy.quietHours),
  reports: rule(policy.reports, (reports) => byChannel(reports, (kinds) => perFunction(kinds, (some) => [...some]))),
  release: rule(policy.release, (release) => byChannel(release, releaseRule)),
  anyOutletCancelsTemporary: asIs(policy.anyOutletCancelsTemporary),
  formalCoversBank: asIs(policy.formalCoversBank),
  exchangeStopsOldCard: asIs(policy.exchangeStopsOldCard),
  limits: {
    wrongPasswords: asIs(policy.limits.wrongPasswords),
    passwordLockHours: asIs(policy.limits.passwordLockHours),
    failedChecks: asIs(policy.limits.failedChecks),
    checkLockHours: asIs(policy.limits.checkLockHours),
    falseReports: asIs(policy.limits.falseReports),
    barDays: asIs(policy.limits.barDays),
  },
  dependants: { atMost: asIs(policy.dependants.atMost), grantDays: asIs(policy.dependants.grantDays) },
  minors: { handlingAge: asIs(policy.minors.handlingAge), privacyAge: asIs(policy.minors.privacyAge) },
  movedInCards: asIs(policy.movedInCards),
  reissue: {
    ways: {
      instant: listed(policy.reissue.ways.instant),
      serviceOutlet: listed(policy.reissue.ways.serviceOutlet),
      bankApp: listed(policy.reissue.ways.bankApp),
      mail: listed(policy.reissue.ways.mail),
    },
    photoFor: listed(policy.reissue.photoFor),
    fees: asIs(policy.reissue.fees),
    timesAYear: asIs(policy.reissue.timesAYear),
    collectWithinDays: asIs(policy.reissue.collectWithinDays),
    formalOnlyWith: listed(policy.reissue.formalOnlyWith),
    activation: perFunction(policy.reissue.activation, listed),
    bankAppActivates: asIs(policy.reissue.bankAppActivates),
  },
  readyInWorkingDays: asIs(policy.readyInWorkingDays),
  medicalCareMeanwhile: asIs(policy.medicalCareMeanwhile),
})

/** A city's rules, each with where it is written, for the guide. */
export const policy = defineOperation('outlets/policy', async ({ city }) => rulesOf(city, policyOf(city)))
