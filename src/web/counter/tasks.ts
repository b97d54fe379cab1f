import { policyOf } from '@/domain/policies'
import { mayChangeAddress } from '@/domain/reissue/change-address'
import { isOpen, mayMove, type OrderMove } from '@/domain/reissue/order'
import type { OrderState } from '@/domain/reissue/words'
import type { Role } from '@/domain/words'
import type { FoundCard } from './find'

export const taskNames = [
  'reportLoss', 'releaseLoss', 'acceptReissue', 'rejectReissue', 'correctOrder', 'cancelOrder', 'changeAddress', 'produce', 'makeReady', 'mail', 'amendOrder',
  'sendBack', 'collect', 'deliver', 'activate', 'linkGuardian', 'setServicePassword', 'closeDispute',
] as const
export type TaskName = (typeof taskNames)[number]

/** The move of an order that a task makes. */
const moves = {
  rejectReissue: 'reject', correctOrder: 'correct', cancelOrder: 'cancel', produce: 'produce', makeReady: 'makeReady', mail: 'mail', sendBack: 'sendBack',
  collect: 'collect', deliver: 'collect',
} as const satisfies Partial<Record<TaskName, OrderMove>>
type MovingTask = keyof typeof moves
const isMoving = (task: TaskName): task is MovingTask => task in moves

/** States in which the numbers that were given can still be put right. */
const amendable: readonly OrderState[] = ['ready', 'uncollected', 'mailed']

/** An application that came online, which is accepted as it stands. */
export const isApplied = ({ order }: Pick<FoundCard, 'order'>): boolean => order?.state === 'applied'

const byPost = ({ order }: FoundCard): boolean => order?.state === 'mailed'

const mayMake = (task: MovingTask, card: FoundCard): boolean => {
  if (!card.order || !mayMove(card.order, moves[task], 'counter')) return false
  if (task === 'collect') return !byPost(card)
  return task === 'deliver' ? byPost(card) : true
}

/** A new card is asked for where none is on its way; what came online is accepted. */
const mayAccept = (card: FoundCard): boolean =>
  isApplied(card) || (!card.reissueAccepted && !isOpen(card.order ?? null) && card.socialSecurity.state !== 'cancelled')

/** Whether the card's state and the city's policy let it be begun: what they refuse then is said by the server. */
export const isOffered = (task: TaskName, card: FoundCard): boolean => {
  if (isMoving(task)) return mayMake(task, card)
  switch (task) {
    case 'closeDispute': return card.dispute !== undefined
    case 'acceptReissue': return mayAccept(card)
    case 'changeAddress': return card.order !== undefined && mayChangeAddress(card.order)
    case 'amendOrder': return card.order !== undefined && amendable.includes(card.order.state)
    case 'activate':
      return card.socialSecurity.state === 'notActivated' && policyOf(card.city).reissue.activation.socialSecurity.value.includes('counter')
    default: return true
  }
}

const officeTasks: readonly TaskName[] = ['rejectReissue', 'produce', 'makeReady', 'mail', 'amendOrder', 'sendBack', 'deliver']
/** Whether it is done with nobody before the counter. */
export const isOffice = (task: TaskName, card: FoundCard): boolean => officeTasks.includes(task) || (task === 'acceptReissue' && isApplied(card))

/** Who may stand there for what: a guardian is registered by themself. */
export const rolesFor = (task: TaskName): readonly Role[] => {
  if (task === 'linkGuardian') return ['guardian']
  return task === 'closeDispute' || task === 'setServicePassword' ? ['cardholder', 'guardian'] : ['cardholder', 'guardian', 'proxy']
}

/** What an order's state suggests, the next step first. */
const nextSteps = ['acceptReissue', 'correctOrder', 'collect', 'deliver', 'mail', 'makeReady', 'activate'] as const

/** What its state suggests first. */
export const firstTask = (card: FoundCard): TaskName => {
  if (card.dispute) return 'closeDispute'
  const goesOn = isOpen(card.order ?? null)
  const next = nextSteps.find((task) => (task === 'acceptReissue' ? isApplied(card) : (goesOn || task === 'activate') && isOffered(task, card)))
  return next ?? (card.socialSecurity.state === 'formallyLost' ? 'releaseLoss' : 'reportLoss')
}
