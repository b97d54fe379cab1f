import * as v from 'valibot'
import { authors, cardFunctions, channels, disputable, disputeOutcomes, eventChannels, grantPurposes, reportKinds } from '@/domain/words'
import { dataClasses } from '@/domain/retention'
import { operation } from './operation'
import { noticeTopics } from '@/domain/notices'
import { cardId, citizenName, cursor, idempotencyKey, idNumber, instant, orderMoved, verificationId } from './shapes'

const day = v.pipe(v.string(), v.isoDate())
const id = v.pipe(v.string(), v.regex(/^[\w-]+$/), v.minLength(1), v.maxLength(64))

/** A child in the caller's care. `endsOn`: the day of coming of the handling age, from which on nothing of the child's is shown. */
const child = v.object({
  childId: id,
  maskedName: v.string(),
  cards: v.array(cardId),
  consent: v.picklist(['notNeeded', 'needed', 'given']),
  endsOn: day,
  ended: v.boolean(),
})
export type ChildOnWire = v.InferOutput<typeof child>

/** That one person may do one thing to one card of another's until a day's end; `maskedName` is the other side's. */
const grant = v.object({
  grantId: id,
  cardId,
  maskedName: v.string(),
  maskedNumber: v.string(),
  purpose: v.picklist(grantPurposes),
  grantedAt: instant,
  until: instant,
})
export type GrantOnWire = v.InferOutput<typeof grant>

const kept = v.object({
  what: v.picklist(dataClasses),
  /** Rows kept of this person now. */
  count: v.number(),
})

/** What is kept of a person, masked. */
const myData = {
  maskedName: v.string(),
  maskedIdNumber: v.string(),
  maskedPhone: v.optional(v.string()),
  accounts: v.array(v.object({ channel: v.picklist(channels), boundAt: instant, current: v.boolean() })),
  kept: v.array(kept),
}

/** Something a person was told about a card: who, what, when, from which door, and what they can do if it was not them. */
const message = v.object({
  messageId: id,
  cardId,
  maskedNumber: v.string(),
  about: v.picklist(noticeTopics),
  function: v.picklist(cardFunctions),
  at: instant,
  channel: v.picklist(eventChannels),
  by: v.picklist(authors),
  actor: v.optional(v.string()),
  kind: v.optional(v.picklist(reportKinds)),
  lapsesAt: v.optional(instant),
  outcome: v.optional(v.picklist(disputeOutcomes)),
  ...orderMoved,
  read: v.boolean(),
  hotline: v.string(),
  /** What can be said not to have been them, where it still can. */
  disputable: v.optional(v.picklist(disputable)),
})
export type MessageOnWire = v.InferOutput<typeof message>

export const messageTemplates = ['cardChanged', 'lapsesSoon'] as const
/** What a platform can be asked to send: that a card has changed, that a report is about to lapse. */
export type MessageTemplate = (typeof messageTemplates)[number]

export const personOperations = {
  'person/family': operation(
    'person',
    'citizen',
    v.strictObject({}),
    v.object({ children: v.array(child), actingFor: v.array(grant), proxies: v.array(grant), atMost: v.number() }),
  ),
  'person/consent': operation('person', 'citizen', v.strictObject({ childId: id, agreed: v.boolean(), notice: day }), v.object({ child })),
  'person/grantProxy': operation(
    'person',
    'citizen',
    v.strictObject({
      cardId,
      purpose: v.picklist(grantPurposes),
      proxy: v.strictObject({ name: citizenName, idNumber }),
      /** The last civil day it holds. */
      lastDay: day,
      verificationId,
      idempotencyKey,
    }),
    v.object({ grant }),
  ),
  'person/revokeProxy': operation('person', 'citizen', v.strictObject({ cardId, grantId: id }), v.object({ already: v.boolean() })),
  /** Newest first. */
  'person/inbox': operation(
    'person',
    'citizen',
    v.strictObject({ cursor: v.optional(cursor) }),
    v.object({ messages: v.array(message), unread: v.number(), cursor: v.optional(cursor) }),
  ),
  /** Everything up to a message has been read. */
  'person/readInbox': operation('person', 'citizen', v.strictObject({ messageId: id }), v.object({ unread: v.number() })),
  /** The platform's ids of what can be sent to this account, for the phone to ask leave for; none where the platform is not set up for it. */
  'person/messageTemplates': operation(
    'person',
    'citizen',
    v.strictObject({}),
    v.object({ templates: v.array(v.object({ template: v.picklist(messageTemplates), id: v.string() })) }),
  ),
  /** What was allowed in the phone, with one tap. */
  'person/subscribe': operation(
    'person',
    'citizen',
    v.strictObject({ templates: v.pipe(v.array(v.picklist(messageTemplates)), v.minLength(1), v.maxLength(messageTemplates.length)) }),
    v.object({}),
  ),
  'person/myData': operation('person', 'citizen', v.strictObject({}), v.object(myData)),
  /** The whole of it in clear, for the person alone: it needs a check of its own. `copy` is a JSON document. */
  'person/exportData': operation('person', 'citizen', v.strictObject({ verificationId }), v.object({ copy: v.string() })),
  /** Unbinds every account and deletes what the law lets go of; the cards' own record stays. */
  'person/eraseData': operation('person', 'citizen', v.strictObject({}), v.object({ erased: v.array(kept), stays: v.array(kept) })),
} as const
