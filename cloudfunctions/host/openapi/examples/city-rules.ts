import type { DataOf } from '@/contract'
import { policyOf, sources, type SourceId } from '@/domain/policies'
import type { Sourced } from '@/domain/policy'

const rule = <T>({ source, ...rest }: Sourced<T>) => ({ ...rest, source: sources[source as SourceId] })

const lists = <T>(sourced: Sourced<readonly T[]>) => ({ ...rule(sourced), value: [...sourced.value] })

export const cityRules = (): DataOf<'outlets/policy'> => {
  const policy = policyOf('chengdu')
  const { limits, minors, reissue, temporaryDays } = policy
  return {
    city: 'chengdu',
    name: policy.name,
    hotline: rule(policy.hotline),
    temporaryDays: { socialSecurity: rule(temporaryDays.socialSecurity), financial: rule(temporaryDays.financial) },
    lapseWarningHours: { ...rule(policy.lapseWarningHours), value: [...policy.lapseWarningHours.value] },
    quietHours: rule(policy.quietHours),
    reports: rule(policy.reports) as DataOf<'outlets/policy'>['reports'],
    release: rule(policy.release) as DataOf<'outlets/policy'>['release'],
    anyOutletCancelsTemporary: rule(policy.anyOutletCancelsTemporary),
    formalCoversBank: rule(policy.formalCoversBank),
    exchangeStopsOldCard: rule(policy.exchangeStopsOldCard),
    limits: {
      wrongPasswords: rule(limits.wrongPasswords),
      passwordLockHours: rule(limits.passwordLockHours),
      failedChecks: rule(limits.failedChecks),
      checkLockHours: rule(limits.checkLockHours),
      falseReports: rule(limits.falseReports),
      barDays: rule(limits.barDays),
    },
    dependants: { atMost: rule(policy.dependants.atMost), grantDays: rule(policy.dependants.grantDays) },
    minors: { handlingAge: rule(minors.handlingAge), privacyAge: rule(minors.privacyAge) },
    movedInCards: rule(policy.movedInCards),
    reissue: {
      ways: {
        instant: lists(reissue.ways.instant), serviceOutlet: lists(reissue.ways.serviceOutlet), bankApp: lists(reissue.ways.bankApp), mail: lists(reissue.ways.mail),
      },
      photoFor: lists(reissue.photoFor),
      fees: rule(reissue.fees),
      timesAYear: rule(reissue.timesAYear),
      collectWithinDays: rule(reissue.collectWithinDays),
      formalOnlyWith: lists(reissue.formalOnlyWith),
      activation: { socialSecurity: lists(reissue.activation.socialSecurity), financial: lists(reissue.activation.financial) },
      bankAppActivates: rule(reissue.bankAppActivates),
    },
    readyInWorkingDays: rule(policy.readyInWorkingDays),
    medicalCareMeanwhile: rule(policy.medicalCareMeanwhile),
  }
}
