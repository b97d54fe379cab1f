import type { CityPolicy, ReleaseRule, Sourced } from '@/domain/policy'
import type { CardFunction, Channel, ReportKind } from '@/domain/words'
import { frozen } from './freeze'

/** The rules a test city may differ in. */
export interface PolicyWords {
  readonly release?: Partial<Record<Channel, ReleaseRule>>
  readonly reports?: Partial<Record<Channel, Readonly<Record<CardFunction, readonly ReportKind[]>>>>
  readonly anyOutletCancelsTemporary?: boolean
  readonly formalCoversBank?: boolean
  readonly exchangeStopsOldCard?: boolean
  readonly lapseWarningHours?: readonly number[]
  readonly quietHours?: { readonly from: number; readonly until: number }
}

const ruled = <T>(rule: Sourced<T>, value: T | undefined): Sourced<T> => (value === undefined ? rule : { ...rule, value })

/** A city that is like `base` but for what is named. */
export const cityLike = (base: CityPolicy, words: PolicyWords): CityPolicy =>
  frozen({
    ...base,
    release: ruled(base.release, { ...base.release.value, ...words.release }),
    reports: ruled(base.reports, { ...base.reports.value, ...words.reports }),
    anyOutletCancelsTemporary: ruled(base.anyOutletCancelsTemporary, words.anyOutletCancelsTemporary),
    formalCoversBank: ruled(base.formalCoversBank, words.formalCoversBank),
    exchangeStopsOldCard: ruled(base.exchangeStopsOldCard, words.exchangeStopsOldCard),
    lapseWarningHours: ruled(base.lapseWarningHours, words.lapseWarningHours),
    quietHours: ruled(base.quietHours, words.quietHours),
  })
