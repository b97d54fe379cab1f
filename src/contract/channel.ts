import * as v from 'valibot'
import { operation } from './operation'
import { acted, byAnything, byCard, done, feedEvent, kind, outcome, partnerCard, reissueKind, result, staff } from './partner-shapes'
import { citizenName, cursor, dispute, historyEvent, idempotencyKey, idNumber, report, servicePassword } from './shapes'

const bankActed = { card: byCard, staff, idempotencyKey }

/** The state of a call: the same word always expects the same. */
export const voiceStates = [
  'language', 'menu', 'cardNumber', 'password', 'confirmReport', 'confirmCancel', 'done', 'status', 'ended', 'transferred',
] as const

/** What the voice platform does next: wait for up to so many digits, hang up, or put the caller through to the staffed line. */
export const voiceExpects = v.variant('kind', [
  v.object({ kind: v.literal('digits'), atMost: v.number(), seconds: v.number() }),
  v.object({ kind: v.literal('hangUp') }),
  v.object({ kind: v.literal('transfer') }),
])

/** What partners do, each request signed: the partner's word about the citizen is kept as its word. */
export const channelOperations = {
  'channel/cardStatus': operation(
    'channel',
    'partner',
    v.strictObject({ find: byAnything, staff }),
    v.object({ cards: v.array(v.object({ ...partnerCard.entries, report: v.optional(report) })) }),
  ),
  'channel/history': operation(
    'channel',
    'partner',
    v.strictObject({ card: byCard, staff, cursor: v.optional(cursor) }),
    v.object({ events: v.array(historyEvent), cursor: v.optional(cursor) }),
  ),
  /** Of the social security function; a bank only where the city lets it take a report of the whole card. */
  'channel/reportLoss': operation('channel', 'partner', v.strictObject({ ...acted, kind: v.optional(kind) }), done),
  'channel/releaseLoss': operation('channel', 'partner', v.strictObject(acted), done),
  /** As far as it makes a report final. */
  'channel/acceptReissue': operation('channel', 'partner', v.strictObject({ ...acted, kind: reissueKind }), done),
  'channel/bankReported': operation('channel', 'partner', v.strictObject({ ...bankActed, kind: v.optional(kind) }), done),
  'channel/bankReleased': operation('channel', 'partner', v.strictObject(bankActed), done),
  'channel/setServicePassword': operation('channel', 'partner', v.strictObject({ ...acted, password: servicePassword }), done),
  'channel/linkGuardian': operation(
    'channel',
    'partner',
    v.strictObject({ ...acted, guardian: v.strictObject({ name: citizenName, idNumber }) }),
    v.object({ result, card: partnerCard, maskedGuardian: v.string() }),
  ),
  /** What is open in the partner's cities, oldest first. */
  'channel/disputes': operation(
    'channel',
    'partner',
    v.strictObject({ staff, cursor: v.optional(cursor) }),
    v.object({ disputes: v.array(v.object({ dispute, card: partnerCard })), cursor: v.optional(cursor) }),
  ),
  'channel/closeDispute': operation(
    'channel',
    'partner',
    v.strictObject({ ...acted, disputeId: v.pipe(v.string(), v.regex(/^[\w-]+$/), v.maxLength(64)), outcome }),
    done,
  ),
  /** One step of a telephone call: the same turn again is answered as before, and counts nothing twice. */
  'channel/voice': operation(
    'channel',
    'partner',
    v.strictObject({
      callId: v.pipe(v.string(), v.regex(/^[\w.:-]+$/), v.minLength(8), v.maxLength(64)),
      turn: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)),
      /** The caller's number, or empty where it is withheld. */
      caller: v.pipe(v.string(), v.regex(/^\+?\d{0,20}$/)),
      /** What was typed since the last turn; absent when nothing was. */
      digits: v.optional(v.pipe(v.string(), v.regex(/^[0-9*#]{0,32}$/))),
    }),
    v.object({ say: v.array(v.string()), language: v.picklist(['zh', 'en']), expect: voiceExpects, state: v.picklist(voiceStates) }),
  ),
  /** Everything that happened to the cards of the partner's cities, and for a bank its own cards', after a position: at least once, in order. */
  'channel/events': operation(
    'channel',
    'partner',
    v.strictObject({
      after: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200))),
    }),
    v.object({ events: v.array(feedEvent), position: v.number() }),
  ),
} as const
