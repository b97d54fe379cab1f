import { createHash } from 'node:crypto'
import type { Card } from '@/domain/card'
import type { Decision } from '@/domain/decision'
import { apply, type CardChange } from '@/domain/events'
import { dueLapses } from '@/domain/lapse'
import { noticesOf } from '@/domain/notices'
import type { CityPolicy } from '@/domain/policy'
import type { Instant } from '@/domain/time'
import type { Author } from '@/domain/words'
import type { Caller } from '../runtime/caller'
import { RequestError } from '../runtime/errors'
import type { Keys } from '../runtime/keys'
import { chain } from './chain'
import type { Database } from './database'
import { lastReport } from './last-report'
import { readForChange, type ChangeRow } from './read'
import { reportConcerned } from './report-concerned'
import { refuseUnverified } from './verification'
import { policyFor, viewFor, viewOf, whoOf, type CardView, type ReportView } from './views'
import { writeAnswer, writeChange, type CardWrite, type KeptAnswer } from './write'

/** What someone wants done to a card, and the rule that decides it on the database's clock. */
export interface ChangeRequest {
  readonly cardKey: string
  readonly operation: 'reportLoss' | 'releaseLoss' | 'bankTold'
  readonly idempotencyKey: string
  /** The identity check this needs; null where it needs none. */
  readonly verificationId: string | null
  /** All that tells this request from another one under the same key. */
  readonly content: string
  readonly decide: (facts: { card: Card; by: Author; policy: CityPolicy; now: Instant }) => Decision
}

/** What came of it: the card right after, the report it was about, and whether it was so already. */
export interface Changed {
  readonly already: boolean
  readonly view: CardView
  readonly report: ReportView | null
}

/** The part of an answer that is kept under its key: facts, never a name or number. */
interface Answer extends Pick<Changed, 'already' | 'report'> {
  readonly card: Card
  readonly now: Instant
}

/** Each failed try means that another request on this card went through, so this many of them may be ahead. */
const tries = 100

const contentHash = (content: string) => createHash('sha256').update(content).digest('hex')

/** The first answer under the same key; undefined when there is none yet. */
const answered = (row: ChangeRow<Answer>, request: ChangeRequest, keys: Keys): Changed | undefined => {
  if (row.request_hash === null || row.answer === null) return undefined
  if (row.request_hash !== contentHash(request.content)) throw new RequestError('idempotencyKeyReused')
  const { already, report, card, now } = row.answer
  return { already, report, view: { ...viewOf({ ...row, now }, keys), card } }
}

const refuse = (decision: Extract<Decision, { outcome: 'refused' }>): never => {
  const { code, where } = decision.refusal
  throw new RequestError(code, where && { where: [...where] })
}

/** The events to write: those decided, or, where it is so already, the lapses that are due all the same. */
const decided = (view: CardView, caller: Caller, request: ChangeRequest): { already: boolean; events: readonly CardChange[] } => {
  const { card, now } = view
  const decision = request.decide({ card, by: whoOf(view).role, policy: policyFor(view), now })
  if (decision.outcome === 'refused') return refuse(decision)
  return decision.outcome === 'change' ? { already: false, events: decision.events } : { already: true, events: dueLapses(card, now) }
}

interface Attempt {
  readonly database: Database
  readonly caller: Caller
  readonly request: ChangeRequest
  readonly row: ChangeRow<Answer>
  readonly view: CardView
}

const keptAnswer = ({ caller, request }: Attempt, { already, report, view: { card, now } }: Changed): KeptAnswer => {
  const answer: Answer = { already, report, card, now }
  const { operation, idempotencyKey: key, verificationId, content } = request
  return { actor: caller.accountKey, operation, key, verificationId, requestHash: contentHash(content), answer: JSON.stringify(answer), at: now }
}

/** A change as rows: the card before and after, the chained events, the notices they give rise to. */
export const writeOf = (
  row: Pick<ChangeRow<unknown>, 'card_key' | 'version' | 'head' | 'city'>, before: Card, events: readonly CardChange[], actor: string,
): Omit<CardWrite, 'answer'> => {
  const { card_key: cardKey, version, head } = row
  const notices = events.flatMap((event, index) =>
    noticesOf(event, policyFor(row)).map((notice) => ({ seq: version + 1 + index, notice })))
  const links = chain(cardKey, actor, events, { seq: version, hash: head })
  return { cardKey, city: row.city, version, events, links, before, after: events.reduce(apply, before), notices }
}

const attempt = async (trial: Attempt): Promise<Changed | undefined> => {
  const { database, caller, request, row, view } = trial
  const { already, events } = decided(view, caller, request)
  const after = events.reduce(apply, view.card)
  const report = reportConcerned(view.card, events, after) ?? await lastReport(database, view.cardKey)
  const changed: Changed = { already, report, view: { ...view, card: after } }
  const answer = keptAnswer(trial, changed)
  const written = events.length === 0
    ? await writeAnswer(database, view.cardKey, answer)
    : await writeChange(database, { ...writeOf(row, view.card, events, row.actor_key), answer })
  return written ? changed : undefined
}

/**
 * The one way of writing: authorise, look up the idempotency key, check who acts and the identity check, settle and decide on the
 * database's clock, write all of it in one guarded statement; where another request came first, read and decide again.
 * Refuses `notFound`, `idempotencyKeyReused`, `verificationRefused`, `verificationUsed`, and whatever the rules refuse.
 */
export const change = async (database: Database, keys: Keys, caller: Caller, request: ChangeRequest): Promise<Changed> => {
  for (let trial = 0; trial < tries; trial += 1) {
    const row = await readForChange<Answer>(database, caller, request)
    const first = answered(row, request, keys)
    if (first) return first
    const view = viewFor(request.operation, row, keys, caller)
    if (request.verificationId !== null) refuseUnverified(row, caller, request.operation)
    const changed = await attempt({ database, caller, request, row, view })
    if (changed) return changed
  }
  throw new RequestError('busy')
}
