import type { VerificationResult } from '@/contract'
import type { ReportEnding } from '@/domain/ending'
import type { CityCode } from '@/domain/policies'
import type { HolidayHabit, WeekHours } from '@/domain/hours'
import type { Author, Capability, CardFunction, Channel, Life, OutletKind, ReissueKind, ReportKind } from '@/domain/words'

/*
 * Rows as statements read and write them. Every `*_at` and `*_since` is an instant in ms; every `sealed_*` is personal data
 * under a data key.
 */

export interface CardTable {
  card_key: string
  holder_key: string
  sealed_number: string
  city: CityCode
  issuing_bank: string
  issued_on: string
  social_life: Life
  social_since: number
  financial_life: Life
  financial_since: number
  version: number
  changed_at: number
  head: string
}

export interface LossReportTable {
  card_key: string
  report_id: string
  function: CardFunction
  kind: ReportKind
  channel: Channel
  author: Author
  outlet: string | null
  released_like: Channel
  reported_at: number
  lapses_at: number | null
  ended_at: number | null
  ended_by: ReportEnding | null
}

export interface ReissueTable {
  card_key: string
  reissue_id: string
  kind: ReissueKind
  stops_old_card: boolean
  channel: Channel
  accepted_at: number
  closed_at: number | null
}

/** What the citizen says about the bank; both are null once it was taken back. */
export interface BankToldTable {
  card_key: string
  told_at: number | null
  told_by: Author | null
}

export interface VerificationTable {
  card_key: string
  verification_id: string
  account_key: string
  purpose: 'reportLoss' | 'releaseLoss'
  result: VerificationResult | 'begun'
  begun_at: number
  completed_at: number | null
  used_at: number | null
}

/** One outlet in one version of its city's list; the place is WGS-84, `seq` the order without a place to go from. */
export interface OutletTable {
  city: CityCode
  version: string
  outlet_id: string
  seq: number
  name: string
  kind: OutletKind
  bank: string | null
  district: string
  address: string
  longitude: number
  latitude: number
  phone: string | null
  hours: WeekHours | null
  holidays: HolidayHabit | null
  capabilities: readonly Capability[]
  notes: string | null
  source: string
  checked_on: string
  checked_by: string
  name_initials: string
  address_initials: string
}
