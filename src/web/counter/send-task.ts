import type { DataOf } from '@/contract'
import { kindOf } from '@/domain/reissue/words'
import { ask } from './ask'
import type { FoundCard } from './find'
import { actedOf, isApplied, ofItself, type Filled, type TaskName } from './tasks'

type Result = Pick<DataOf<'channel/releaseLoss'>, 'result' | 'card' | 'report'> & Partial<Pick<DataOf<'channel/collect'>, 'order'>>

/** The order that was accepted stands in no answer but the card's. */
const withOrder = async (done: Result, staffId: string): Promise<Result> => {
  const { cards: [card] } = await ask('channel/cardStatus', { find: { cardId: done.card.cardId }, staff: { id: staffId } })
  return { ...done, ...(card?.order && { order: card.order }) }
}

const accept = async (card: FoundCard, filled: Filled, staffId: string, key: string): Promise<Result> => {
  const request = isApplied(card) && card.order
    ? { ...ofItself(card, staffId, key), kind: card.order.kind }
    : { ...actedOf('acceptReissue', card, filled, staffId, key), kind: kindOf(filled.reason), reason: filled.reason }
  return withOrder(await ask('channel/acceptReissue', request), staffId)
}

interface Said {
  readonly card: FoundCard
  readonly filled: Filled
  readonly staffId: string
  readonly key: string
  readonly acted: ReturnType<typeof actedOf>
}

const ordered = ({ card, staffId, key }: Said) => ({ ...ofItself(card, staffId, key), orderId: card.order?.orderId ?? '' })
const guardianIn = ({ name, idNumber }: Filled) => ({ name: name.trim(), idNumber: idNumber.trim().toUpperCase() })
const numberIn = ({ newCardNumber }: Filled) => newCardNumber.replace(/\s/g, '').toUpperCase()

const senders: Readonly<Record<TaskName, (said: Said) => Promise<Result>>> = {
  reportLoss: ({ acted, filled }) => ask('channel/reportLoss', { ...acted, kind: filled.kind }),
  releaseLoss: ({ acted }) => ask('channel/releaseLoss', acted),
  acceptReissue: ({ card, filled, staffId, key }) => accept(card, filled, staffId, key),
  rejectReissue: (said) => ask('channel/rejectReissue', { ...ordered(said), rejectedFor: said.filled.rejectedFor }),
  makeReady: (said) => ask('channel/moveOrder', { ...ordered(said), move: 'makeReady', newCardNumber: numberIn(said.filled) }),
  collect: (said) => ask('channel/collect', { ...said.acted, ...ordered(said) }),
  activate: ({ acted, filled: { password } }) => ask('channel/activate', { ...acted, ...(password && { password }) }),
  setServicePassword: ({ acted, filled: { password } }) => ask('channel/setServicePassword', { ...acted, password }),
  linkGuardian: ({ acted, filled }) => ask('channel/linkGuardian', { ...acted, guardian: guardianIn(filled) }),
  closeDispute: ({ acted, card, filled: { outcome } }) => ask('channel/closeDispute', { ...acted, disputeId: card.dispute?.disputeId ?? '', outcome }),
}

/** Sends a task of the counter. The same key again does nothing twice. Throws Refused. */
export const sendTask = (task: TaskName, card: FoundCard, filled: Filled, staffId: string, key: string): Promise<Result> =>
  senders[task]({ card, filled, staffId, key, acted: actedOf(task, card, filled, staffId, key) })
