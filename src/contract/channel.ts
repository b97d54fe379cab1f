import * as v from 'valibot'
import { orderStates, rejectionReasons } from '@/domain/reissue/words'
import { operation } from './operation'
import { acted, actedWithout, byAnything, byCard, done, feedEvent, kind, outcome, partnerCard, reissueKind, result, staff } from './partner-shapes'
import { outletId } from './outlet-shapes'
import { address, bankCode, order, orderId, pdf, receipt, reissueReason, reissueWay } from './reissue-shapes'
import { cardNumber, citizenName, cursor, dispute, historyEvent, idempotencyKey, idNumber, report, servicePassword } from './shapes'

const orderDone = v.object({ result, card: partnerCard, order })
const orderStatesAsked = v.pipe(v.array(v.picklist(orderStates)), v.minLength(1), v.maxLength(orderStates.length))
const ofItself = { card: byCard, staff, idempotencyKey }

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
    v.object({ cards: v.array(v.object({ ...partnerCard.entries, report: v.optional(report), order: v.optional(order) })) }),
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
  /** From then on a report is final. Without an applicant: an application that was made online, as it stands. */
  'channel/acceptReissue': operation(
    'channel',
    'partner',
    v.strictObject({
      ...actedWithout, kind: reissueKind, reason: v.optional(reissueReason), way: v.optional(reissueWay), bank: v.optional(bankCode), address: v.optional(address),
      /** Where the new card is collected. */
      outlet: v.optional(outletId),
    }),
    done,
  ),
  /** Orders of the partner's cities, for a bank those of its cards, that go on and stand in one of the states, the longest waiting first. */
  'channel/orders': operation(
    'channel',
    'partner',
    v.strictObject({ staff, states: orderStatesAsked, cursor: v.optional(cursor) }),
    v.object({ orders: v.array(v.object({ order, card: partnerCard })), cursor: v.optional(cursor) }),
  ),
  /** Puts an application back for something to be put right. */
  'channel/rejectReissue': operation('channel', 'partner', v.strictObject({ ...ofItself, orderId, rejectedFor: v.picklist(rejectionReasons) }), orderDone),
  /** Puts right what an application was rejected for; a new photo is one of the papers seen. */
  'channel/correctOrder': operation('channel', 'partner', v.strictObject({ ...acted, orderId, address: v.optional(address) }), orderDone),
  /** Takes an application back while nothing has been accepted. */
  'channel/cancelOrder': operation('channel', 'partner', v.strictObject({ ...acted, orderId }), orderDone),
  /** Until the card is in the mail, and again once it came back. */
  'channel/changeAddress': operation('channel', 'partner', v.strictObject({ ...acted, orderId, address }), orderDone),
  /** The photo that goes with an order, a JPEG as base64, for whoever judges it. */
  'channel/orderPhoto': operation('channel', 'partner', v.strictObject({ card: byCard, staff, orderId }), v.object({ photo: v.pipe(v.string(), v.base64()) })),
  /** What those who make and send a card say of it. The new card's number is needed before it is handed over. */
  'channel/moveOrder': operation(
    'channel',
    'partner',
    v.strictObject({
      card: byCard, staff, orderId, move: v.picklist(['produce', 'makeReady', 'mail', 'sendBack']), newCardNumber: v.optional(cardNumber), newIssuedOn: v.optional(v.pipe(v.string(), v.isoDate())),
      trackingNumber: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{4,40}$/))), idempotencyKey,
    }),
    orderDone,
  ),
  /** The new card is handed over, or, without an applicant, was delivered by mail: from now on the old one is cancelled. */
  'channel/collect': operation('channel', 'partner', v.strictObject({ ...actedWithout, orderId }), orderDone),
  /** The collection receipt, and as a document to be printed. */
  'channel/receipt': operation('channel', 'partner', v.strictObject({ card: byCard, staff }), v.object({ receipt, ...pdf.entries })),
  /** The application form, filled in with names and ID numbers in clear: `idNumber` is the holder's, read from the original. */
  'channel/applicationForm': operation('channel', 'partner', v.strictObject({ card: byCard, staff, idNumber, reason: reissueReason, way: reissueWay }), pdf),
  /** Activates the social security function of a new card; a bank only where the city lets it. */
  'channel/activate': operation('channel', 'partner', v.strictObject({ ...acted, password: v.optional(servicePassword) }), done),
  /** A bank has activated its half. */
  'channel/bankActivated': operation('channel', 'partner', v.strictObject(ofItself), done),
  'channel/bankReported': operation('channel', 'partner', v.strictObject({ ...ofItself, kind: v.optional(kind) }), done),
  'channel/bankReleased': operation('channel', 'partner', v.strictObject(ofItself), done),
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
