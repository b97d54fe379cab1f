import * as v from 'valibot'
import { authors, cardFunctions, disputable, disputeOutcomes, eventChannels, reportKinds } from '@/domain/words'
import { operation } from './operation'
import { noticeTopics } from '@/domain/notices'
import { cardId, cursor, instant, orderMoved, rowId as id } from './shapes'

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
} as const
