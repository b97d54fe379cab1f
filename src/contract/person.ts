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
} as const
