import * as v from 'valibot'
import { cardRefusals } from '@/domain/decision'
import { reportEndings } from '@/domain/ending'
import { eventNames } from '@/domain/events'
import { cityCodes } from '@/domain/policies'
import { orderStates, rejectionReasons } from '@/domain/reissue/words'
import { idNumberFault } from '@/domain/id-number'
import { passwordDigits } from '@/domain/service-password'
import {
  actions, alreadyReasons, authors, cardFunctions, channels, disputable, disputeOutcomes, eventChannels, reportKinds, roles, shownStates,
} from '@/domain/words'

/** ISO 8601 with an offset; ours all carry +08:00. */
export const instant = v.pipe(v.string(), v.isoTimestamp())

const id = (maximum: number) => v.pipe(v.string(), v.regex(/^[\w.~-]+$/), v.minLength(1), v.maxLength(maximum))
export const cardId = id(64)
/** A row that a person has of their own: a grant, a child, a message. */
export const rowId = v.pipe(v.string(), v.regex(/^[\w-]+$/), v.minLength(1), v.maxLength(64))
export const verificationId = id(128)
export const cursor = id(64)
/** Chosen by the client once for each thing a person means to do; the same again gets the first answer. */
export const idempotencyKey = v.pipe(v.string(), v.regex(/^[\w-]+$/), v.minLength(8), v.maxLength(64))
export const city = v.picklist(cityCodes)
/** A citizen's own name and ID number as they are typed: claims, which only the platform's check makes true. */
export const citizenName = v.pipe(v.string(), v.trim(), v.regex(/^[^\p{Cc}]+$/u), v.minLength(1), v.maxLength(64))
export const idNumber = v.pipe(v.string(), v.trim(), v.toUpperCase(), v.check((text) => idNumberFault(text) === null))
/** A card's number as it is printed: 16 to 19 digits, or a letter and 8 digits. */
export const cardNumber = v.pipe(v.string(), v.regex(/^(?:\d{16,19}|[A-Z]\d{8})$/))

export const shown = v.object({
  state: v.picklist(shownStates),
  since: instant,
  lapsesAt: v.optional(instant),
})
export type ShownOnWire = v.InferOutput<typeof shown>

export const actionState = v.object({
  action: v.picklist(actions),
  allowed: v.boolean(),
  reason: v.optional(v.picklist([...cardRefusals, ...alreadyReasons])),
  where: v.optional(v.array(v.picklist(channels))),
})

/** A card as its holder sees it: number and name masked, both halves computed at the time of the answer. */
export const card = v.object({
  cardId,
  maskedNumber: v.string(),
  holder: v.object({ relation: v.picklist(roles), maskedName: v.string() }),
  city,
  issuingBank: v.string(),
  socialSecurity: shown,
  financial: shown,
  bankTold: v.boolean(),
  actions: v.array(actionState),
  /** How far its last order of a new card has come. */
  order: v.optional(v.picklist(orderStates)),
})
export type CardOnWire = v.InferOutput<typeof card>

/** A loss report with its receipt number; `endedAt`, and how, once it was released, lapsed or replaced. */
export const report = v.object({
  receiptNumber: v.string(),
  function: v.picklist(cardFunctions),
  kind: v.picklist(reportKinds),
  channel: v.picklist(channels),
  by: v.picklist(authors),
  /** Who acted, masked, where it was not the cardholder: a guardian or a proxy. */
  actor: v.optional(v.string()),
  reportedAt: instant,
  lapsesAt: v.optional(instant),
  endedAt: v.optional(instant),
  endedBy: v.optional(v.picklist(reportEndings)),
  /** The channels that release it, for as long as it is open. */
  releasedIn: v.array(v.picklist(channels)),
})
export type ReportOnWire = v.InferOutput<typeof report>

/** The service password of the voice line, as it is typed on a telephone. */
export const servicePassword = v.pipe(v.string(), v.regex(new RegExp(`^\\d{${passwordDigits}}$`)))

/** “It wasn't me”, and how it ended once it was closed. */
export const dispute = v.object({
  disputeId: v.string(),
  about: v.picklist(disputable),
  openedAt: instant,
  closedAt: v.optional(instant),
  outcome: v.optional(v.picklist(disputeOutcomes)),
})
export type DisputeOnWire = v.InferOutput<typeof dispute>

/** Where the order of a new card came to, and what has to be put right. */
export const orderMoved = { to: v.optional(v.picklist(orderStates)), rejectedFor: v.optional(v.picklist(rejectionReasons)) }

export const historyEvent = v.object({
  at: instant,
  what: v.picklist(eventNames),
  channel: v.picklist(eventChannels),
  by: v.picklist(authors),
  /** Who acted, masked, where it was not the cardholder: a guardian or a proxy. */
  actor: v.optional(v.string()),
  function: v.optional(v.picklist(cardFunctions)),
  kind: v.optional(v.picklist(reportKinds)),
  receiptNumber: v.optional(v.string()),
  outcome: v.optional(v.picklist(disputeOutcomes)),
  ...orderMoved,
  /** Whose word it is that this was done for the holder: the partner's name. */
  partner: v.optional(v.string()),
})
export type HistoryEventOnWire = v.InferOutput<typeof historyEvent>

export const name = v.object({ zh: v.string(), en: v.string() })

export const bank = v.object({ code: v.string(), name: v.string(), nameEn: v.string(), hotline: v.string(), verified: v.boolean() })
export type BankOnWire = v.InferOutput<typeof bank>
