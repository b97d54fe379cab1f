import type { CheckPurpose, CitizenChannel, VerificationResult } from '@/contract'
import type { ReportEnding } from '@/domain/ending'
import type { OrderState, RejectionReason, ReissueReason, ReissueWay } from '@/domain/reissue'
import type { CityCode } from '@/domain/policies'
import type { HolidayHabit, WeekHours } from '@/domain/hours'
import type {
  Author, Capability, CardFunction, Channel, Disputable, DisputeOutcome, GrantPurpose, Life, OutletKind, ReissueKind, ReportKind, Role,
} from '@/domain/words'

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
  /** The card that this one takes the place of, and the order it came by. */
  replaces_key: string | null
  replaces_order: string | null
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
  /** The account it was made by, where it was a citizen's. */
  account_key: string | null
}

export interface ReissueTable {
  card_key: string
  reissue_id: string
  kind: ReissueKind
  stops_old_card: boolean
  channel: Channel
  /** Null before it is accepted. */
  accepted_at: number | null
  closed_at: number | null
  reason: ReissueReason | null
  /** With everything after it null for a reissue that was accepted before its card was here. */
  way: ReissueWay | null
  bank: string | null
  author: Author | null
  applied_at: number | null
  state: OrderState | null
  moved_at: number | null
  rejected_for: RejectionReason | null
  /** Its card's. */
  city: CityCode | null
}

/** What goes with an order and is kept apart from it: sealed, or of no use before the end. */
export interface OrderPrivateTable {
  card_key: string
  reissue_id: string
  sealed_address: string | null
  /** The person or partner who gave the address. */
  address_by: string | null
  photo_id: string | null
  /** Where the new card is collected. */
  outlet: string | null
  tracking_number: string | null
  sealed_new_number: string | null
  new_issued_on: string | null
  new_card_key: string | null
  /** When the card was handed over, or the application taken back. */
  over_at: number | null
}

export interface PhotoTable {
  card_key: string
  photo_id: string
  sealed_photo: string
  at: number
  /** Null while the order that it goes with is under way. */
  until_at: number | null
}

/** What another card has to be told of an event: that it is to be there, or that the one it was replaced by works. */
export interface CardRelayTable {
  card_key: string
  seq: number
  kind: 'newCard' | 'activated'
  at: number
  sent_at: number | null
  /** Why it could not be handed over, for whoever looks after it: nothing more is done with it while this is here. */
  reason: string | null
  /** How often it failed, and when it is tried again. */
  tries: number
  next_at: number
  /** The request that it came of. */
  request_id: string | null
}

/** What the citizen says about the bank; both are null once it was taken back. */
export interface BankToldTable {
  card_key: string
  told_at: number | null
  told_by: Author | null
}

export interface AccountTable {
  account_key: string
  channel: CitizenChannel
  platform_hash: string
  hash_key_id: string
  /** Null while we do not know whose it is. */
  person_key: string | null
  sealed_platform_id: string | null
  /** In every token; a new one ends them all. */
  epoch: number
  begun_at: number
  bound_at: number | null
  ended_at: number | null
  ended_why: 'moved' | 'unbound' | 'erased' | null
  /** Reports of this account that were found to be false, and until when it makes none. */
  false_reports: number
  barred_until: number | null
}

/** “It wasn't me”, open until `closed_at`. */
export interface DisputeTable {
  card_key: string
  dispute_id: string
  about: Disputable
  author: Author
  city: CityCode
  opened_at: number
  closed_at: number | null
  outcome: DisputeOutcome | null
  /** The social security report that was open then. */
  report_id: string | null
}

/** What a partner said of whoever stood before it, beside the event that came of it: its word, not ours. */
export interface AttestationTable {
  card_key: string
  seq: number
  partner_id: string
  staff: string
  outlet: string | null
  /** `bank`: nobody stood there. A bank, or whoever makes a card, speaks for itself, on no evidence but its own. */
  applicant: Role | 'bank'
  /** The name and ID number of a guardian or proxy. */
  sealed_applicant: string | null
  evidence: unknown
}

/** The session's long token is its account's key, its id and a secret; the secret before the last still counts for a moment. */
export interface SessionTable {
  account_key: string
  session_id: string
  /** Of the account when the session began. */
  epoch: number
  played: boolean
  secret_hash: string
  previous_hash: string | null
  previous_until: number | null
  begun_at: number
  expires_at: number
  ended_at: number | null
  /** The terminal that the person stands before, for as long as it lasts; null of a phone's. */
  kiosk_id: string | null
}

/** `subject_key`: the card's key, or the account's where the check is about no card; `actor_key`: the person checked. */
export interface VerificationTable {
  subject_key: string
  verification_id: string
  account_key: string
  actor_key: string | null
  purpose: CheckPurpose
  result: VerificationResult | 'begun'
  provider: CitizenChannel | 'sandbox'
  outer_number: string | null
  ticket: string | null
  /** Of the page that the check is done on, where the platform has one: in the sandbox it is opened for the phone. */
  url: string | null
  /** The name and number that were typed, until the check has ended. */
  sealed_claim: string | null
  begun_at: number
  completed_at: number | null
  used_at: number | null
}

/** What a person agreed to: the notice's day, and for a child in their care the child's key (their own otherwise). */
export interface ConsentTable {
  person_key: string
  what: 'privacy' | 'child'
  subject_key: string
  given_at: number
  notice: string
  withdrawn_at: number | null
}

/** What a holder lets another person do with a card; `sealed_proxy` is the name and number that the holder typed. */
export interface ProxyGrantTable {
  card_key: string
  grant_id: string
  holder_key: string
  proxy_key: string
  sealed_proxy: string
  purpose: GrantPurpose
  granted_at: number
  ends_at: number
  revoked_at: number | null
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
