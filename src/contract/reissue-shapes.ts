import * as v from 'valibot'
import { orderStates, reissueReasons, reissueWays, rejectionReasons } from '@/domain/reissue/words'
import { authors, channels, papers, reissueKinds } from '@/domain/words'
import { refusalCodes } from '@/domain/decision'
import { outletId } from './outlet-shapes'
import { instant } from './shapes'

export const reissueReason = v.picklist(reissueReasons)
export const reissueWay = v.picklist(reissueWays)
const id = () => v.pipe(v.string(), v.regex(/^[\w-]+$/), v.minLength(1), v.maxLength(64))
export const orderId = id()
export const photoId = id()
export const bankCode = v.pipe(v.string(), v.regex(/^[a-z]+$/), v.maxLength(16))

const line = (maximum: number) => v.pipe(v.string(), v.trim(), v.regex(/^[^\p{Cc}]+$/u), v.minLength(1), v.maxLength(maximum))
/** Where a card is sent: kept sealed, shown to whoever applied and to those who send it. `division`: the six digits of the district. */
export const address = v.strictObject({
  recipient: line(64),
  phone: v.pipe(v.string(), v.trim(), v.regex(/^1[3-9]\d{9}$/)),
  division: v.pipe(v.string(), v.regex(/^\d{6}$/)),
  street: line(120),
})
export type AddressOnWire = v.InferOutput<typeof address>

/** The civil day a card is ready, or that the calendar does not reach it yet. */
export const ready = v.union([v.object({ date: v.pipe(v.string(), v.isoDate()) }), v.object({ uncovered: v.string() })])

/** One way to a new card: where it is applied for, at which banks, what to bring, and how many working days it takes. */
const option = v.object({
  way: reissueWay,
  where: v.array(v.picklist(channels)),
  here: v.boolean(),
  banks: v.array(v.string()),
  papers: v.array(v.picklist(papers)),
  photo: v.boolean(),
  workingDays: v.number(),
  /** If it were accepted now. */
  ready: v.optional(ready),
})
export type ReissueOptionOnWire = v.InferOutput<typeof option>

/** What is possible, or which rule says no; `fee` in yuan, where the city says one. */
export const reissueAnswer = v.union([
  v.object({
    kind: v.picklist(reissueKinds),
    report: v.picklist(['open', 'madeToo', 'notNeeded']),
    stopsOldCard: v.boolean(),
    cancelFirst: v.boolean(),
    fee: v.optional(v.number()),
    options: v.array(option),
  }),
  v.object({ refused: v.picklist(refusalCodes) }),
])
export type ReissueAnswerOnWire = v.InferOutput<typeof reissueAnswer>

const step = v.object({ state: v.picklist(orderStates), at: instant })

/** An order of a new card and how far it has come: `steps` as they were, oldest first. */
export const order = v.object({
  orderId,
  kind: v.picklist(reissueKinds),
  reason: v.optional(reissueReason),
  way: reissueWay,
  bank: v.string(),
  by: v.picklist(authors),
  channel: v.picklist(channels),
  state: v.picklist(orderStates),
  steps: v.array(step),
  rejectedFor: v.optional(v.picklist(rejectionReasons)),
  ready: v.optional(ready),
  /** The civil day from which a card that is ready counts as not collected in time. */
  collectBy: v.optional(v.pipe(v.string(), v.isoDate())),
  outlet: v.optional(outletId),
  trackingNumber: v.optional(v.string()),
  /** Masked but for whoever applied. */
  address: v.optional(v.object({ ...address.entries, recipient: v.string(), phone: v.string(), street: v.string() })),
  photo: v.boolean(),
  papersToCollect: v.array(v.picklist(papers)),
  /** The new card, once it was collected. */
  newCardId: v.optional(v.string()),
})
export type OrderOnWire = v.InferOutput<typeof order>

/** The collection receipt (领卡凭证). `code` is the text of its QR code: signed, and good without a connection. */
export const receipt = v.object({
  number: v.string(),
  maskedName: v.string(),
  maskedNumber: v.string(),
  kind: v.picklist(reissueKinds),
  acceptedAt: instant,
  ready: v.optional(ready),
  /** Where the card is collected, and what that is called in the city's list. */
  outlet: v.optional(outletId),
  outletName: v.optional(v.string()),
  meanwhile: v.picklist(['voucher', 'reimburse']),
  /** The last civil day on which it is plausible that the card has not been collected. */
  until: v.optional(v.pipe(v.string(), v.isoDate())),
  code: v.string(),
})
export type ReceiptOnWire = v.InferOutput<typeof receipt>

/** A document as base64. */
export const pdf = v.object({ pdf: v.pipe(v.string(), v.base64()) })
