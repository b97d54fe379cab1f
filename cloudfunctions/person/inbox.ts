import type { MessageOnWire } from '@/contract'
import { settled } from '@/domain/lapse'
import { disputableIn } from '@/domain/notices'
import { toIso } from '@/domain/time'
import type { Disputable } from '@/domain/words'
import type { Message } from '../repository'
import { cursorAt, positionOf } from '../runtime/cursor'
import { defineOperation } from '../runtime/define-operation'
import { maskedName, maskedNumber } from '../runtime/mask'

const pageSize = 20

/** What can still be said not to have been them: by whoever may say so, while no dispute is open, and of a report while it stands. */
const disputableNow = ({ notice, view: { card, now, holder } }: Message): Disputable | null => {
  const { dispute, functions } = settled(card, now)
  const about = disputableIn(notice.about)
  if (dispute || holder.relation === 'proxy' || notice.by === 'bank') return null
  return about === 'lossReported' && functions[notice.function].report?.id !== notice.reportId ? null : about
}

const messageOnWire = (message: Message): MessageOnWire => {
  const { messageId, view, notice, actorName, read } = message
  const { about, function: of, at, channel, by, kind, lapsesAt, outcome, to, rejectedFor, disputeHotline: hotline } = notice
  const disputable = disputableNow(message)
  return {
    messageId,
    cardId: view.cardKey,
    maskedNumber: maskedNumber(view.number),
    about,
    function: of,
    at: toIso(at),
    channel,
    by,
    ...(actorName !== null && by !== 'cardholder' && { actor: maskedName(actorName) }),
    ...(kind && { kind }),
    ...(lapsesAt !== undefined && { lapsesAt: toIso(lapsesAt) }),
    ...(outcome && { outcome }),
    ...(to && { to }),
    ...(rejectedFor && { rejectedFor }),
    read,
    hotline,
    ...(disputable && { disputable }),
  }
}

/** What a person was told about the cards they see, newest first, twenty at a time. A cursor that was tampered with is refused as `invalidRequest`. */
export const inbox = defineOperation('person/inbox', async ({ cursor }, { caller, repository, keys }) => {
  const from = cursor === undefined ? null : positionOf(keys, 'inbox', caller.accountKey, cursor)
  const { messages, unread, olderThan } = await repository.told.inbox(caller, pageSize, from)
  return { messages: messages.map(messageOnWire), unread, ...(olderThan !== null && { cursor: cursorAt(keys, 'inbox', caller.accountKey, olderThan) }) }
})
