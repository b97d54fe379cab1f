import type { CityCode } from '@/domain/policies'
import type { Author, CardFunction, Channel, Life, ReissueKind, ReportKind } from '@/domain/words'

/** The tables as Kysely knows them. Every `*_at` is an instant in ms; every `sealed_*` is personal data under a data key. */
export interface Schema {
  card: CardTable
  loss_report: LossReportTable
  bank_told: { card_key: string; told_at: number | null; told_by: Author | null }
  card_event: { card_key: string; seq: number; event: string; actor: string; previous: string; hash: string }
  reissue: ReissueTable
  verification: VerificationTable
  idempotency: { card_key: string; actor: string; operation: string; key: string; verification_id: string; request_hash: string; answer: string; at: number }
  outbox: { card_key: string; seq: number; part: number; due_at: number; notice: string; sent_at: number | null }
  card_directory: { number_hash: string; hash_key_id: string; card_key: string }
  person: { person_key: string; sealed_person: string }
  person_directory: { id_hash: string; hash_key_id: string; person_key: string }
  person_card: { person_key: string; card_key: string }
  guardianship: { guardian_key: string; ward_key: string }
  account: { account_key: string; channel: Channel; platform_hash: string; hash_key_id: string; person_key: string }
}

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
  ended_by: 'released' | 'lapsed' | 'replaced' | null
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

export const checkResults = ['begun', 'pending', 'passed', 'failed', 'cancelled'] as const
export type CheckResult = (typeof checkResults)[number]

export interface VerificationTable {
  card_key: string
  verification_id: string
  account_key: string
  purpose: 'reportLoss' | 'releaseLoss'
  result: CheckResult
  begun_at: number
  completed_at: number | null
  used_at: number | null
}
