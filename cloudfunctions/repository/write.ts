import type { Card } from '@/domain/card'
import type { CardEvent } from '@/domain/events'
import type { Notice } from '@/domain/notices'
import type { Instant } from '@/domain/time'
import type { ChainedEvent } from './chain'
import type { Database, Statement } from './database'
import { rowOfReport } from './facts'
import { newKey } from './random'
import type { LossReportTable } from './schema'

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

/** Everything one change leaves: written together, or not at all. */
export interface CardWrite {
  readonly cardKey: string
  readonly version: number
  readonly events: readonly CardEvent[]
  readonly links: readonly ChainedEvent[]
  readonly before: Card
  readonly after: Card
  readonly notices: readonly { readonly seq: number; readonly notice: Notice }[]
  readonly answer: KeptAnswer | null
}

/** Collects a statement: its parts in order, the values they name, and a name, of the parts' initials, that is the same for the same text. */
class Draft {
  readonly values: unknown[] = []
  private readonly parts: string[] = []
  private readonly names: string[] = []

  /** A value of the statement, as `$n` with its type. */
  value(value: unknown, type: string): string {
    this.values.push(value)
    return `$${this.values.length}::${type}`
  }

  part(name: string, text: string): void {
    this.names.push(name)
    this.parts.push(`${name} as (${text})`)
  }

  statement(result: string): Statement {
    const text = `with ${this.parts.join(',\n')}\nselect count(*) as written from ${result}`
    return { name: `write-${this.names.map((name) => name.charAt(0)).join('')}`, text, values: this.values }
  }
}

interface End {
  readonly report_id: string
  readonly ended_at: Instant
  readonly ended_by: NonNullable<LossReportTable['ended_by']>
}

const endsOf = (events: readonly CardEvent[]): End[] =>
  events.flatMap((event): End[] => {
    if (event.what === 'reportReleased') return [{ report_id: event.reportId, ended_at: event.at, ended_by: 'released' }]
    if (event.what === 'reportLapsed') return [{ report_id: event.reportId, ended_at: event.at, ended_by: 'lapsed' }]
    if (event.what === 'lossReported' && event.replaces) return [{ report_id: event.replaces, ended_at: event.at, ended_by: 'replaced' }]
    return []
  })

const openedBy = (events: readonly CardEvent[], cardKey: string): LossReportTable[] => {
  const opened = events.flatMap((event) => (event.what === 'lossReported' ? [rowOfReport(cardKey, event.function, event.report)] : []))
  const ends = new Map(endsOf(events).map((end) => [end.report_id, end]))
  return opened.map((row) => ({ ...row, ...ends.get(row.report_id) }))
}

const endedBy = (events: readonly CardEvent[], opened: readonly LossReportTable[]): End[] =>
  endsOf(events).filter((end) => !opened.some((row) => row.report_id === end.report_id))

/** The guard: only a card that stands as it was read is changed, and everything else hangs on that. */
const guard = (draft: Draft, { cardKey, version, links, after }: CardWrite): void => {
  const { socialSecurity, financial } = after.functions
  draft.part('guarded', `update card set version = version + ${draft.value(links.length, 'integer')},
    changed_at = ${draft.value(after.changedAt, 'bigint')}, head = ${draft.value(links.at(-1)?.hash, 'text')},
    social_since = ${draft.value(socialSecurity.since, 'bigint')}, financial_since = ${draft.value(financial.since, 'bigint')}
    where card_key = ${draft.value(cardKey, 'text')} and version = ${draft.value(version, 'integer')} returning card_key`)
}

const reports = (draft: Draft, { cardKey, events }: CardWrite): void => {
  const opened = openedBy(events, cardKey)
  const ended = endedBy(events, opened)
  if (ended.length > 0) {
    draft.part('ended', `update loss_report r set ended_at = e.ended_at, ended_by = e.ended_by
      from guarded g, json_to_recordset(${draft.value(JSON.stringify(ended), 'json')}) as e(report_id text, ended_at bigint, ended_by text)
      where r.card_key = g.card_key and r.report_id = e.report_id and r.ended_at is null returning r.report_id`)
  }
  if (opened.length === 0) return
  // counting the ended first makes the new report wait for the end of the one it replaces
  const afterEnds = ended.length > 0 ? `where (select count(*) from ended) = ${draft.value(ended.length, 'integer')}` : ''
  draft.part('opened', `insert into loss_report select o.* from guarded g
    join json_populate_recordset(null::loss_report, ${draft.value(JSON.stringify(opened), 'json')}) o on o.card_key = g.card_key ${afterEnds}`)
}

const bankWord = (draft: Draft, { before, after }: CardWrite): void => {
  if (before.bankTold?.at === after.bankTold?.at) return
  const { at = null, by = null } = after.bankTold ?? {}
  draft.part('bank', `insert into bank_told select card_key, ${draft.value(at, 'bigint')}, ${draft.value(by, 'text')} from guarded
    on conflict (card_key) do update set told_at = excluded.told_at, told_by = excluded.told_by`)
}

const reissue = (draft: Draft, { before, after }: CardWrite): void => {
  if (before.reissue || !after.reissue) return
  const { kind, stopsOldCard, acceptedAt, channel } = after.reissue
  draft.part('reissued', `insert into reissue select card_key, ${draft.value(newKey(), 'text')}, ${draft.value(kind, 'text')},
    ${draft.value(stopsOldCard, 'boolean')}, ${draft.value(channel, 'text')}, ${draft.value(acceptedAt, 'bigint')}, null from guarded`)
}

const history = (draft: Draft, { links, notices }: CardWrite): void => {
  draft.part('linked', `insert into card_event select g.card_key, e.seq, e.event::json, e.actor, e.previous, e.hash from guarded g,
    json_to_recordset(${draft.value(JSON.stringify(links), 'json')}) as e(seq integer, event text, actor text, previous text, hash text)`)
  if (notices.length === 0) return
  const rows = notices.map(({ seq, notice }, part) => ({ seq, part, due_at: notice.dueAt, notice }))
  draft.part('noticed', `insert into outbox select g.card_key, n.seq, n.part, n.due_at, n.notice, null from guarded g,
    json_to_recordset(${draft.value(JSON.stringify(rows), 'json')}) as n(seq integer, part integer, due_at bigint, notice json)`)
}

/**
 * Keeps an answer, and uses up the identity check. The kept row takes the check's id from the row just used: had another request
 * used it meanwhile, the id would be missing, the row refused, and with it the whole statement.
 */
const keep = (draft: Draft, cardKey: string, answer: KeptAnswer, after: string): void => {
  const key = draft.value(cardKey, 'text')
  const used = answer.verificationId === null ? `''` : '(select verification_id from used)'
  if (answer.verificationId !== null) {
    draft.part('used', `update verification set used_at = ${draft.value(answer.at, 'bigint')} where card_key = ${key}
      and verification_id = ${draft.value(answer.verificationId, 'text')} and used_at is null ${after && `and exists (select from ${after})`}
      returning verification_id`)
  }
  draft.part('kept', `insert into idempotency select ${key}, ${draft.value(answer.actor, 'text')}, ${draft.value(answer.operation, 'text')},
    ${draft.value(answer.key, 'text')}, ${used}, ${draft.value(answer.requestHash, 'text')}, ${draft.value(answer.answer, 'json')},
    ${draft.value(answer.at, 'bigint')} ${after && `from ${after}`} returning key`)
}

/** Rows that a request beside this one wrote first: its answer is there, or its identity check is used. Read again. */
const overtaken = new Set(['23505', '23502'])

const tryRun = async (database: Database, statement: Statement): Promise<boolean> => {
  try {
    const [row] = await database.run<{ written: number }>(statement)
    return row?.written === 1
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && overtaken.has(String(thrown.code))) return false
    throw thrown
  }
}

/** Writes a change in one statement; false when the card, the answer or the identity check is no longer as it was read. */
export const writeChange = (database: Database, write: CardWrite): Promise<boolean> => {
  const draft = new Draft()
  guard(draft, write)
  reports(draft, write)
  bankWord(draft, write)
  reissue(draft, write)
  history(draft, write)
  if (write.answer) keep(draft, write.cardKey, write.answer, 'guarded')
  return tryRun(database, draft.statement('guarded'))
}

/** Keeps the answer of a request that found everything as it wished; false as above. */
export const writeAnswer = (database: Database, cardKey: string, answer: KeptAnswer): Promise<boolean> => {
  const draft = new Draft()
  keep(draft, cardKey, answer, '')
  return tryRun(database, draft.statement('kept'))
}
