import type { Card } from '@/domain/card'
import type { Decision } from '@/domain/decision'
import { apply, type CardChange } from '@/domain/events'
import { dueLapses } from '@/domain/lapse'
import { noticesOf } from '@/domain/notices'
import type { CityPolicy } from '@/domain/policy'
import type { Instant } from '@/domain/time'
import type { Who } from '@/domain/who'
import type { Author, CardFunction } from '@/domain/words'
import { RequestError } from '../runtime/errors'
import type { Keys } from '../runtime/keys'
import { chain } from './chain'
import type { Database } from './database'
import { lastReport } from './last-report'
import { partsIn, type OrderRow } from './order/facts'
import { isKept, sealParts, type OrderParts, type SealedParts } from './order/parts'
import { openPerson } from './person'
import type { ChangeRow } from './read'
import { reportConcerned } from './report-concerned'
import { policyFor, viewOf, whoOf, type CardView, type ReportView, type ViewRow } from './views'
import { writeChange, type Beside, type CardWrite, type KeptAnswer } from './write'

/** Everything that is done to a card, each with the function whose report its answer shows; null where it shows none. */
export const concerns = {
  reportLoss: 'socialSecurity',
  releaseLoss: 'socialSecurity',
  reissue: 'socialSecurity',
  rejectReissue: null,
  correctOrder: null,
  cancelOrder: null,
  changeAddress: null,
  moveOrder: null,
  collect: null,
  activate: null,
  bankActivated: null,
  bankReported: 'financial',
  bankReleased: 'financial',
  bankTold: null,
  dispute: null,
  closeDispute: null,
  setPassword: null,
} as const satisfies Readonly<Record<string, CardFunction | null>>
export type CardOperation = keyof typeof concerns

/** What a rule decides by, on the database's clock. */
export interface RuleFacts {
  readonly card: Card
  readonly issuingBank: string
  readonly by: Author
  readonly policy: CityPolicy
  readonly now: Instant
  /** Where somebody stands in person. */
  readonly outlet: string | undefined
  /** The holder's ID number and the card's, in clear. */
  numbers(): readonly string[]
  /** Whoever acts, as the rules know them. */
  readonly who: Who
  /** Orders of this card that were accepted within the last year. */
  readonly withinYear: number
  /** What goes with the card's last order, in clear. */
  parts(): OrderParts
  /** Whether a photo that was uploaded for this card is still there. */
  hasPhoto(photoId: string): boolean
}

/** What is to be done to a card, and the rule that decides it. */
export interface CardRequest {
  readonly operation: CardOperation
  readonly idempotencyKey: string
  /** All that tells this request from another one under the same key. */
  readonly content: string
  /** Hashes the service password that is set with it, once the rules let it be set: that takes long. Then `content` is a secret as well. */
  readonly passwordHash?: () => Promise<string>
  readonly decide: (facts: RuleFacts) => Decision
  /**
   * What is to be kept apart with the card's order, written in the same statement. Then `content` is a secret as well. Where the rule finds it
   * so already nothing is written, unless `evenIfAlready`: then what differs from what is kept is.
   */
  readonly order?: { readonly parts: OrderParts; readonly evenIfAlready?: boolean }
}

/** What came of it: the card right after, the report it was about, and whether it was so already. */
export interface Changed {
  readonly already: boolean
  readonly view: CardView
  readonly report: ReportView | null
}

/** The part of an answer that is kept under its key: facts, never a name or number. */
export interface ChangeAnswer extends Pick<Changed, 'already' | 'report'> {
  readonly card: Card
  readonly now: Instant
}
type Row = ViewRow & OrderRow & Pick<ChangeRow<ChangeAnswer>, 'request_hash' | 'answer'>

/** A card as it was read to be changed. */
export interface Reading {
  readonly row: Row
  /** Who stands behind the events in the card's history. */
  readonly eventActor: string
  /** The card as whoever acts sees it. Refuses whoever may not do this to it. */
  admit(): CardView
  /** What is written of them beside the events. */
  beside(events: readonly CardChange[]): Beside
}

/** Whoever changes a card. */
export interface Acting {
  /** As whom their answers are kept. */
  readonly actor: string
  readonly verificationId: string | null
  /** What tells the request from another one; an answer is kept under the first. */
  readonly requestHashes: readonly string[]
  readonly outlet: string | undefined
  read(): Promise<Reading>
  author(view: CardView): Author
}

/** Each failed try means that another request on this card went through, so this many of them may be ahead. */
const tries = 100

/** The first answer under the same key; undefined when there is none yet. */
const answered = (row: Row, { requestHashes }: Acting, keys: Keys): Changed | undefined => {
  if (row.request_hash === null || row.answer === null) return undefined
  if (!requestHashes.includes(row.request_hash)) throw new RequestError('idempotencyKeyReused')
  const { already, report, card, now } = row.answer
  return { already, report, view: { ...viewOf({ ...row, now }, keys), card } }
}

const refuse = (decision: Extract<Decision, { outcome: 'refused' }>): never => {
  const { code, where } = decision.refusal
  throw new RequestError(code, where && { where: [...where] })
}

interface Attempt {
  readonly database: Database
  readonly keys: Keys
  readonly acting: Acting
  readonly request: CardRequest
  readonly reading: Reading
  readonly view: CardView
}

const factsOf = ({ keys, acting, reading: { row }, view }: Attempt): RuleFacts => ({
  card: view.card,
  issuingBank: view.issuingBank,
  by: acting.author(view),
  who: whoOf(view),
  policy: policyFor(view),
  now: view.now,
  outlet: acting.outlet,
  numbers: () => [openPerson(keys, row.holder_key, row.sealed_person).idNumber, view.number],
  withinYear: row.within_year,
  parts: () => partsIn(keys, row, view.card.order?.id),
  hasPhoto: (photoId) => row.photos?.includes(photoId) ?? false,
})

interface Decided {
  readonly already: boolean
  readonly events: readonly CardChange[]
  readonly parts: OrderParts | undefined
}

/** The events to write: those decided, or, where it is so already, the lapses that are due all the same; and what goes with the order. */
const decided = (trial: Attempt): Decided => {
  const { request: { decide, order }, view: { card, now } } = trial
  const facts = factsOf(trial)
  const decision = decide(facts)
  if (decision.outcome === 'refused') return refuse(decision)
  if (decision.outcome === 'change') return { already: false, events: decision.events, parts: order?.parts }
  const isNew = order?.evenIfAlready === true && !isKept(facts.parts(), order.parts)
  return { already: !isNew, events: dueLapses(card, now), parts: isNew ? order.parts : undefined }
}

const sealedFor = ({ keys, reading, view }: Attempt, { order }: Card, parts: OrderParts | undefined): SealedParts | undefined => {
  if (!parts) return undefined
  if (!order) throw new TypeError('there is no order that this could go with')
  return sealParts(keys, view.cardKey, order.id, parts, reading.eventActor)
}

const keptAnswer = ({ acting, request }: Attempt, { already, report, view: { card, now } }: Changed): KeptAnswer => {
  const answer: ChangeAnswer = { already, report, card, now }
  const { operation, idempotencyKey: key } = request
  const { actor, verificationId, requestHashes: [requestHash = ''] } = acting
  return { actor, operation, key, verificationId, requestHash, answer: JSON.stringify(answer), at: now }
}

/** A change as rows: the card before and after, the chained events, the notices they give rise to. */
export const writeOf = (
  row: Pick<Row, 'card_key' | 'version' | 'head' | 'city'>, before: Card, events: readonly CardChange[], actor: string,
): Omit<CardWrite, 'answer'> => {
  const { card_key: cardKey, version, head } = row
  const notices = events.flatMap((event, index) =>
    noticesOf(event, policyFor(row)).map((notice) => ({ seq: version + 1 + index, notice })))
  const links = chain(cardKey, actor, events, { seq: version, hash: head })
  return { cardKey, city: row.city, version, events, links, before, after: events.reduce(apply, before), notices }
}

const reportShown = async ({ database, request, view }: Attempt, events: readonly CardChange[], after: Card): Promise<ReportView | null> => {
  const of = concerns[request.operation]
  return of && (reportConcerned(of, view.card, events, after) ?? await lastReport(database, view.cardKey, of))
}

const attempt = async (trial: Attempt): Promise<Changed | undefined> => {
  const { database, request: { passwordHash }, reading, view } = trial
  const { row, eventActor } = reading
  const { already, events, parts } = decided(trial)
  const after = events.reduce(apply, view.card)
  const changed: Changed = { already, report: await reportShown(trial, events, after), view: { ...view, card: after } }
  const answer = keptAnswer(trial, changed)
  const write = { ...writeOf(row, view.card, events, eventActor), ...reading.beside(events), parts: sealedFor(trial, after, parts), answer }
  // an answer that changes nothing stands in the same order with all others: it too is written of the card as it was read, or not at all
  const written = await writeChange(database, { ...write, passwordHash: already ? undefined : await passwordHash?.() })
  return written ? changed : undefined
}

/**
 * The one way of writing: authorise, look up the idempotency key, check who acts and by what that is known, settle and decide on the
 * database's clock, write all of it in one guarded statement; where another request came first, read and decide again.
 * Refuses `idempotencyKeyReused`, what reading and admitting refuse, and whatever the rules refuse.
 */
export const changeAs = async (database: Database, keys: Keys, acting: Acting, request: CardRequest): Promise<Changed> => {
  for (let trial = 0; trial < tries; trial += 1) {
    const reading = await acting.read()
    const first = answered(reading.row, acting, keys)
    if (first) return first
    const changed = await attempt({ database, keys, acting, request, reading, view: reading.admit() })
    if (changed) return changed
  }
  throw new RequestError('busy')
}
