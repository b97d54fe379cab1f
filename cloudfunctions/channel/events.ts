import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import { feedPage } from './feed-page'

const usualLimit = 50

/** What happened after a position: at least once, in the order of each card, as often as it is asked for. */
export const events = defineOperation('channel/events', async ({ after = 0, limit = usualLimit }, { caller, repository }) => {
  const secret = await repository.partners.secretOf(caller.partnerId)
  if (secret === null) throw new RequestError('notPermitted')
  return feedPage({ repository }, caller, secret, after, limit)
})
