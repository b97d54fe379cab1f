import type { DataOf } from '@/contract'
import { kindOf } from '@/domain/reissue/words'
import { ask } from './ask'
import { actedOf, ofItself } from './acted'
import { asksAddress, type Filled } from './filled'
import type { FoundCard } from './find'
import { plainNumber } from './numbers'
import { isApplied, type TaskName } from './tasks'

type Answer = Pick<DataOf<'channel/releaseLoss'>, 'result' | 'report'>

/** What came of it, and the card as it is right after. */
export type Result = Answer & { readonly card: FoundCard }

interface Said {
  readonly card: FoundCard
  readonly filled: Filled
  readonly staffId: string
  readonly key: string
  readonly acted: ReturnType<typeof actedOf>
}

const accept = ({ card, filled, staffId, key, acted }: Said): Promise<Answer> => {
  if (isApplied(card) && card.order) return ask('channel/acceptReissue', { ...ofItself(card, staffId, key), kind: card.order.kind })
  const { reason, way, bank, outlet, address } = filled
  const where = way === 'mail' ? { address } : { ...(outlet && { outlet }) }
  return ask('channel/acceptReissue', { ...acted, kind: kindOf(reason), reason, way, bank, ...where })
}

const ordered = ({ card, staffId, key }: Said) => ({ ...ofItself(card, staffId, key), orderId: card.order?.orderId ?? '' })
const orderedBy = (said: Said) => ({ ...said.acted, ...ordered(said) })
const guardianIn = ({ name, idNumber }: Filled) => ({ name: name.trim(), idNumber: idNumber.trim().toUpperCase() })

/** What those who make and send a card say of it, with the numbers that were typed. */
const move = (said: Said, to: 'produce' | 'makeReady' | 'mail' | 'sendBack'): Promise<Answer> => {
  const { newIssuedOn } = said.filled
  const [newCardNumber, trackingNumber] = [plainNumber(said.filled.newCardNumber), said.filled.trackingNumber.trim()]
  const given = { ...(newCardNumber && { newCardNumber }), ...(newIssuedOn && { newIssuedOn }), ...(trackingNumber && { trackingNumber }) }
  return ask('channel/moveOrder', { ...ordered(said), move: to, ...given })
}

const senders: Readonly<Record<TaskName, (said: Said) => Promise<Answer>>> = {
  reportLoss: ({ acted, filled }) => ask('channel/reportLoss', { ...acted, kind: filled.kind }),
  releaseLoss: ({ acted }) => ask('channel/releaseLoss', acted),
  acceptReissue: accept,
  rejectReissue: (said) => ask('channel/rejectReissue', { ...ordered(said), rejectedFor: said.filled.rejectedFor }),
  correctOrder: (said) => ask('channel/correctOrder', { ...orderedBy(said), ...(asksAddress('correctOrder', said.card, said.filled) && { address: said.filled.address }) }),
  cancelOrder: (said) => ask('channel/cancelOrder', orderedBy(said)),
  changeAddress: (said) => ask('channel/changeAddress', { ...orderedBy(said), address: said.filled.address }),
  produce: (said) => move(said, 'produce'),
  makeReady: (said) => move(said, 'makeReady'),
  mail: (said) => move(said, 'mail'),
  // the step that was taken, with other numbers
  amendOrder: (said) => move(said, said.card.order?.state === 'mailed' ? 'mail' : 'makeReady'),
  sendBack: (said) => move(said, 'sendBack'),
  collect: (said) => ask('channel/collect', orderedBy(said)),
  deliver: (said) => ask('channel/collect', ordered(said)),
  activate: ({ acted, filled: { password } }) => ask('channel/activate', { ...acted, ...(password && { password }) }),
  setServicePassword: ({ acted, filled: { password } }) => ask('channel/setServicePassword', { ...acted, password }),
  linkGuardian: ({ acted, filled }) => ask('channel/linkGuardian', { ...acted, guardian: guardianIn(filled) }),
  closeDispute: ({ acted, card, filled: { outcome } }) => ask('channel/closeDispute', { ...acted, disputeId: card.dispute?.disputeId ?? '', outcome }),
}

/** A card as it is now. Throws Refused. */
export const cardNow = async (cardId: string, staffId: string): Promise<FoundCard | undefined> =>
  (await ask('channel/cardStatus', { find: { cardId }, staff: { id: staffId } })).cards[0]

/** Sends a task of the counter. The same key again does nothing twice. Throws Refused. */
export const sendTask = async (task: TaskName, card: FoundCard, filled: Filled, staffId: string, key: string): Promise<Result> => {
  const { result, report } = await senders[task]({ card, filled, staffId, key, acted: actedOf(task, card, filled, staffId, key) })
  return { result, ...(report && { report }), card: (await cardNow(card.cardId, staffId)) ?? card }
}
