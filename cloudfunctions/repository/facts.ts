import type { AcceptedReissue, BankTold, Card, Dispute, FunctionFacts, LossReport } from '@/domain/card'
import type { ReissueOrder } from '@/domain/reissue'
import type { CardFunction, Life } from '@/domain/words'
import type { Instant } from '@/domain/time'
import type { BankToldTable, CardTable, DisputeTable, LossReportTable, ReissueTable } from './schema'

/** A card's row with its open reports, its last reissue, what was said about the bank, and the dispute that is open. */
export interface CardRow extends Omit<CardTable, 'issued_on' | 'replaces_key' | 'replaces_order'> {
  readonly reports: readonly LossReportTable[] | null
  readonly reissue: ReissueTable | null
  readonly told: BankToldTable | null
  readonly dispute: DisputeTable | null
}

/**
 * The columns of a CardRow, for a card named `c`. `key` is the card's key where the statement is given it: of each table the server then
 * opens the one part the card lies in, before it begins.
 */
export const cardColumns = (key = 'c.card_key'): string => `c.card_key, c.holder_key, c.sealed_number, c.city, c.issuing_bank, c.social_life, c.social_since,
  c.financial_life, c.financial_since, c.version, c.changed_at, c.head,
  (select json_agg(r) from loss_report r where r.card_key = ${key} and r.ended_at is null) as reports,
  (select row_to_json(i) from reissue i where i.card_key = ${key}
    order by coalesce(i.applied_at, i.accepted_at) desc limit 1) as reissue,
  (select row_to_json(t) from bank_told t where t.card_key = ${key}) as told,
  (select row_to_json(d) from dispute d where d.card_key = ${key} and d.closed_at is null) as dispute`

/** A report as the domain knows it. */
export const reportOf = (row: LossReportTable): LossReport => {
  const { report_id: id, channel, author: by, outlet, released_like: releasedLike, reported_at: reportedAt } = row
  const facts = { id, channel, by, reportedAt, outlet, releasedLike }
  return row.lapses_at === null ? { kind: 'formal', ...facts } : { kind: 'temporary', ...facts, lapsesAt: row.lapses_at }
}

/** A report as it is kept; `function` and the end stand beside it. */
export const rowOfReport = (cardKey: string, of: CardFunction, report: LossReport): LossReportTable => ({
  card_key: cardKey,
  report_id: report.id,
  function: of,
  kind: report.kind,
  channel: report.channel,
  author: report.by,
  outlet: report.outlet,
  released_like: report.releasedLike,
  reported_at: report.reportedAt,
  lapses_at: report.kind === 'temporary' ? report.lapsesAt : null,
  ended_at: null,
  ended_by: null,
  account_key: null,
})

const functionFacts = (row: CardRow, of: CardFunction, life: Life, since: Instant): FunctionFacts => {
  if (life === 'cancelled') return { life, since, report: null }
  const report = row.reports?.find((one) => one.function === of)
  return { life, since, report: report ? reportOf(report) : null }
}

const reissueOf = ({ kind, stops_old_card: stopsOldCard, accepted_at: acceptedAt, channel }: ReissueTable): AcceptedReissue | null =>
  acceptedAt === null ? null : { kind, stopsOldCard, acceptedAt, channel }

/** The order as the domain knows it; none where a reissue was accepted before its card was here. */
const orderOf = (row: ReissueTable): ReissueOrder | null => {
  const { reissue_id: id, kind, reason, way, bank, channel, author: by, applied_at: appliedAt, state, moved_at: movedAt, rejected_for: rejectedFor } = row
  if (way === null || bank === null || by === null || appliedAt === null || state === null || movedAt === null) return null
  return { id, kind, reason, way, bank, channel, by, appliedAt, state, movedAt, rejectedFor }
}

const toldOf = (row: CardRow['told']): BankTold | null =>
  row?.told_at && row.told_by ? { at: row.told_at, by: row.told_by } : null

export const disputeOf = ({ dispute_id: id, about, opened_at: at, author: by }: DisputeTable): Dispute => ({ id, about, at, by })

/** The card's facts from its rows. */
export const cardOf = (row: CardRow): Card => ({
  functions: {
    socialSecurity: functionFacts(row, 'socialSecurity', row.social_life, row.social_since),
    financial: functionFacts(row, 'financial', row.financial_life, row.financial_since),
  },
  reissue: row.reissue && reissueOf(row.reissue),
  order: row.reissue && orderOf(row.reissue),
  bankTold: toldOf(row.told),
  dispute: row.dispute && disputeOf(row.dispute),
  changedAt: row.changed_at,
})
