import type { Card } from '@/domain/card'
import { endingOf, type ReportEnding } from '@/domain/ending'
import type { CardChange, DisputeClosed } from '@/domain/events'
import type { Notice } from '@/domain/notices'
import { policyOf, type CityCode } from '@/domain/policies'
import { day, type Instant } from '@/domain/time'
import type { ChainedEvent } from './chain'
import { currentRequestId } from '../runtime/request-id'
import type { Database, Statement } from './database'
import { Draft, type Column } from './draft'
import { rowOfReport } from './facts'
import type { SealedParts } from './order/parts'
import { writeParts } from './order/write'
import type { AttestationTable, LossReportTable } from './schema'
import { writeOrder, writeRelays } from './write-order'
import { wrongPasswordsOf } from './wrong-passwords'

/** What was answered under an idempotency key, and the identity check that the answer uses up. */
export interface KeptAnswer {
  readonly actor: string
  readonly operation: string
  readonly key: string
  readonly verificationId: string | null
  readonly requestHash: string
  readonly answer: string
  readonly at: Instant
}

/** What is written beside a change of whoever acts. */
export interface Beside {
  /** The account that a citizen's report is made by. */
  readonly accountKey?: string
  /** What a partner says of its events. */
  readonly attestations?: readonly Omit<AttestationTable, 'card_key'>[]
}

/** Everything one change leaves: written together, or not at all. */
export interface CardWrite extends Beside {
  readonly cardKey: string
  readonly city: CityCode
  readonly version: number
  readonly events: readonly CardChange[]
  readonly links: readonly ChainedEvent[]
  readonly before: Card
  readonly after: Card
  readonly notices: readonly { readonly seq: number; readonly notice: Notice }[]
  /** Of the service password that is set. */
  readonly passwordHash?: string | undefined
  /** What is kept apart with the card's order. */
  readonly parts?: SealedParts | undefined
  readonly answer: KeptAnswer | null
}

interface End {
  readonly report_id: string
  readonly ended_at: Instant
  readonly ended_by: ReportEnding
}

const endsOf = (events: readonly CardChange[]): End[] =>
  events.flatMap((event) => {
    const ending = endingOf(event)
    return ending ? [{ report_id: ending.reportId, ended_at: event.at, ended_by: ending.how }] : []
  })

const openedBy = ({ events, cardKey, accountKey }: CardWrite): LossReportTable[] => {
  const opened = events.flatMap((event) =>
    (event.what === 'lossReported' ? [{ ...rowOfReport(cardKey, event.function, event.report), account_key: accountKey ?? null }] : []))
  const ends = new Map(endsOf(events).map((end) => [end.report_id, end]))
  return opened.map((row) => ({ ...row, ...ends.get(row.report_id) }))
}

const endedBy = (events: readonly CardChange[], opened: readonly LossReportTable[]): End[] =>
  endsOf(events).filter((end) => !opened.some((row) => row.report_id === end.report_id))

/** A report's columns after the card's key, in the table's order. */
const columnsOf = (row: LossReportTable): Column[] => [
  [row.report_id, 'text'], [row.function, 'text'], [row.kind, 'text'], [row.channel, 'text'], [row.author, 'text'], [row.outlet, 'text'],
  [row.released_like, 'text'], [row.reported_at, 'bigint'], [row.lapses_at, 'bigint'], [row.ended_at, 'bigint'], [row.ended_by, 'text'],
  [row.account_key, 'text'],
]

/** The guard where no fact of the card changes. */
const hold = (draft: Draft, { version }: CardWrite): void =>
  draft.part('guarded', `select card_key from card where card_key = ${draft.card}
    and version = ${draft.value(version, 'integer')} for update`, 'x')

/** The guard: only a card that stands as it was read is changed, and everything else hangs on that. */
const guard = (draft: Draft, write: CardWrite): void => {
  const { version, links, before, after } = write
  if (links.length === 0) return hold(draft, write)
  const { socialSecurity, financial } = after.functions
  const lives = before.functions.socialSecurity.life === socialSecurity.life && before.functions.financial.life === financial.life
    ? '' : `social_life = ${draft.value(socialSecurity.life, 'text')}, financial_life = ${draft.value(financial.life, 'text')},`
  draft.part('guarded', `update card set ${lives} version = version + ${draft.value(links.length, 'integer')},
    changed_at = ${draft.value(after.changedAt, 'bigint')}, head = ${draft.value(links.at(-1)?.hash, 'text')},
    social_since = ${draft.value(socialSecurity.since, 'bigint')}, financial_since = ${draft.value(financial.since, 'bigint')}
    where card_key = ${draft.card} and version = ${draft.value(version, 'integer')} returning card_key`, lives && 'gl')
}

const reports = (draft: Draft, write: CardWrite): void => {
  const opened = openedBy(write)
  const ended = endedBy(write.events, opened)
  if (ended.length > 0) {
    const ends = ended.map((end): Column[] => [[end.report_id, 'text'], [end.ended_at, 'bigint'], [end.ended_by, 'text']])
    draft.part('ended', `update loss_report r set ended_at = e.ended_at, ended_by = e.ended_by
      from guarded g, ${draft.rows(ends)} as e(report_id, ended_at, ended_by)
      where r.card_key = ${draft.card} and r.report_id = e.report_id and r.ended_at is null returning r.report_id`, `e${ended.length}`)
  }
  if (opened.length === 0) return
  // counting the ended first makes the new report wait for the end of the one it replaces
  const afterEnds = ended.length > 0 ? `where (select count(*) from ended) = ${draft.value(ended.length, 'integer')}` : ''
  draft.part('opened', `insert into loss_report select g.card_key, o.* from guarded g, ${draft.rows(opened.map(columnsOf))} as o ${afterEnds}`,
    `o${opened.length}`)
}

const bankWord = (draft: Draft, { before, after }: CardWrite): void => {
  if (before.bankTold?.at === after.bankTold?.at) return
  const { at = null, by = null } = after.bankTold ?? {}
  draft.part('bank', `insert into bank_told select card_key, ${draft.value(at, 'bigint')}, ${draft.value(by, 'text')} from guarded
    on conflict (card_key) do update set told_at = excluded.told_at, told_by = excluded.told_by`)
}

/** The account that made the disputed report has made a false one; after too many it makes none for a time. A partner's report has no account. */
const blame = (draft: Draft, city: CityCode, { disputeId, at }: DisputeClosed): void => {
  const { falseReports, barDays } = policyOf(city).limits
  draft.part('blamed', `update account a set false_reports = a.false_reports + 1, barred_until = case
      when a.false_reports + 1 >= ${draft.value(falseReports.value, 'integer')} then ${draft.value(at + barDays.value * day, 'bigint')} else a.barred_until end
    from guarded g join dispute d on d.card_key = ${draft.card} and d.dispute_id = ${draft.value(disputeId, 'text')}
    join loss_report r on r.card_key = ${draft.card} and r.report_id = d.report_id where a.account_key = r.account_key`, 'f')
}

/** Of those whom counters put in charge of the holder, the last before the dispute was opened is no guardian any more. */
const unlink = (draft: Draft, { disputeId }: DisputeClosed): void => {
  draft.part('unlinked', `delete from guardianship w using guarded g join card c on c.card_key = ${draft.card}
    join dispute d on d.card_key = ${draft.card} and d.dispute_id = ${draft.value(disputeId, 'text')}
    where w.ward_key = c.holder_key and w.linked_at = (select max(o.linked_at) from guardianship o
      where o.ward_key = c.holder_key and o.linked_at <= d.opened_at)`, 'w')
}

const dispute = (draft: Draft, { before, after, events, city }: CardWrite): void => {
  const opened = events.find((event) => event.what === 'disputed')
  const closed = events.find((event) => event.what === 'disputeClosed')
  if (opened && after.dispute) {
    const { id, about, at, by } = after.dispute
    const report = after.functions.socialSecurity.report?.id ?? null
    draft.part('disputed', `insert into dispute select card_key, ${draft.value(id, 'text')}, ${draft.value(about, 'text')}, ${draft.value(by, 'text')},
      ${draft.value(city, 'text')}, ${draft.value(at, 'bigint')}, null, null, ${draft.value(report, 'text')} from guarded`)
  }
  if (!closed || !before.dispute) return
  draft.part('settled', `update dispute d set closed_at = ${draft.value(closed.at, 'bigint')}, outcome = ${draft.value(closed.outcome, 'text')}
    from guarded g where d.card_key = ${draft.card} and d.dispute_id = ${draft.value(closed.disputeId, 'text')} and d.closed_at is null`)
  if (closed.outcome === 'dismissed') return
  if (before.dispute.about === 'lossReported') blame(draft, city, closed)
  if (before.dispute.about === 'guardianLinked') unlink(draft, closed)
}

const attested = (draft: Draft, { attestations = [] }: CardWrite): void => {
  if (attestations.length === 0) return
  const said = attestations.map((one): Column[] => [
    [one.seq, 'integer'], [one.partner_id, 'text'], [one.staff, 'text'], [one.outlet, 'text'], [one.applicant, 'text'],
    [one.sealed_applicant, 'text'], [one.evidence === null ? null : JSON.stringify(one.evidence), 'json'],
  ])
  draft.part('attested', `insert into attestation select g.card_key, a.* from guarded g, ${draft.rows(said)} as a`, `a${said.length}`)
}

/** A new password has never been mistaken: what was counted of the old one is over. */
const password = (draft: Draft, { passwordHash, events, cardKey }: CardWrite): void => {
  const set = events.find((event) => event.what === 'passwordSet')
  if (passwordHash === undefined || !set) return
  draft.part('password', `insert into service_password select card_key, ${draft.value(passwordHash, 'text')}, ${draft.value(set.at, 'bigint')} from guarded
    on conflict (card_key) do update set password_hash = excluded.password_hash, set_at = excluded.set_at`)
  draft.part('unlocked', `delete from tries where key = ${draft.value(wrongPasswordsOf(cardKey), 'text')} and exists (select from guarded)`, 't')
}

const history = (draft: Draft, { links, notices }: CardWrite): void => {
  if (links.length === 0) return
  const chained = links.map(({ seq, event, actor, previous, hash }): Column[] =>
    [[seq, 'integer'], [event, 'json'], [actor, 'text'], [previous, 'text'], [hash, 'text']])
  draft.part('linked', `insert into card_event select g.card_key, e.* from guarded g, ${draft.rows(chained)} as e`, `l${links.length}`)
  if (notices.length === 0) return
  const told = notices.map(({ seq, notice }, part): Column[] =>
    [[seq, 'integer'], [part, 'integer'], [notice.dueAt, 'bigint'], [JSON.stringify(notice), 'json']])
  draft.part('noticed', `insert into outbox select g.card_key, n.*, null, ${draft.value(currentRequestId(), 'text')} from guarded g, ${draft.rows(told)} as n`, `n${notices.length}`)
}

/**
 * Keeps an answer, and uses up the identity check. The kept row takes the check's id from the row just used: had another request
 * used it meanwhile, the id would be missing, the row refused, and with it the whole statement.
 */
export const keep = (draft: Draft, answer: KeptAnswer, after: string): void => {
  const used = answer.verificationId === null ? `''` : '(select verification_id from used)'
  if (answer.verificationId !== null) {
    draft.part('used', `update verification set used_at = ${draft.value(answer.at, 'bigint')} where subject_key = ${draft.card}
      and verification_id = ${draft.value(answer.verificationId, 'text')} and used_at is null ${after && `and exists (select from ${after})`}
      returning verification_id`)
  }
  draft.part('kept', `insert into idempotency select ${draft.card}, ${draft.value(answer.actor, 'text')}, ${draft.value(answer.operation, 'text')},
    ${draft.value(answer.key, 'text')}, ${used}, ${draft.value(answer.requestHash, 'text')}, ${draft.value(answer.answer, 'json')},
    ${draft.value(answer.at, 'bigint')} ${after && `from ${after}`} returning key`)
}

/** Rows that a request beside this one wrote first: its answer is there, or its identity check is used. Read again. */
const overtaken = new Set(['23505', '23502'])

/** Whether it was written: false where another request was first. */
export const tryRun = async (database: Pick<Database, 'run'>, statement: Statement): Promise<boolean> => {
  try {
    const [row] = await database.run<{ written: number }>(statement)
    return row?.written === 1
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && overtaken.has(String(thrown.code))) return false
    throw thrown
  }
}

/** Writes a change in one statement; false when the card, the answer or the identity check is no longer as it was read. */
export const writeChange = (database: Pick<Database, 'run'>, write: CardWrite): Promise<boolean> => {
  const draft = new Draft(write.cardKey)
  guard(draft, write)
  reports(draft, write)
  bankWord(draft, write)
  writeOrder(draft, write)
  writeParts(draft, write)
  writeRelays(draft, write)
  dispute(draft, write)
  password(draft, write)
  history(draft, write)
  attested(draft, write)
  if (write.answer) keep(draft, write.answer, 'guarded')
  return tryRun(database, draft.statement('guarded'))
}

/** Keeps the answer of a request that found everything as it wished; false as above. */
export const writeAnswer = (database: Pick<Database, 'run'>, cardKey: string, answer: KeptAnswer): Promise<boolean> => {
  const draft = new Draft(cardKey)
  keep(draft, answer, '')
  return tryRun(database, draft.statement('kept'))
}
