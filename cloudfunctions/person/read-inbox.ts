import { defineOperation } from '../runtime/define-operation'

/** Everything up to a message has been read. Refuses `notFound` for a message that is not the caller's. */
export const readInbox = defineOperation('person/readInbox', async ({ messageId }, { caller, repository }) =>
  ({ unread: await repository.told.markRead(caller, messageId) }))
