import * as v from 'valibot'
import { operation } from './operation'
import { idempotencyKey } from './shapes'

export const messageTemplates = ['cardChanged', 'lapsesSoon'] as const
/** What a platform can be asked to send: that a card has changed, that a report is about to lapse. */
export type MessageTemplate = (typeof messageTemplates)[number]

/** Leave to send messages. Only the pages that ask for it carry it. */
export const leaveOperations = {
  /** The platform's ids of what can be sent to this account, for the phone to ask leave for; none where the platform is not set up for it. */
  'person/messageTemplates': operation(
    'person',
    'citizen',
    v.strictObject({}),
    v.object({ templates: v.array(v.object({ template: v.picklist(messageTemplates), id: v.string() })) }),
  ),
  /** What was allowed in the phone, with one tap: counted once however often it is sent under its key. */
  'person/subscribe': operation(
    'person',
    'citizen',
    v.strictObject({ templates: v.pipe(v.array(v.picklist(messageTemplates)), v.minLength(1), v.maxLength(messageTemplates.length)), idempotencyKey }),
    v.object({}),
  ),
} as const
export type LeaveOperationName = keyof typeof leaveOperations
