import { missingPapers } from '@/domain/papers'
import { policyOf } from '@/domain/policies'
import { papersToApply, papersToCollect } from '@/domain/reissue'
import type { OrderState, RejectionReason, ReissueReason } from '@/domain/reissue/words'
import type { DisputeOutcome, Paper, ReportKind, Role } from '@/domain/words'
import type { RequestOf } from '@/contract'
import type { FoundCard } from './find'

export const taskNames = [
  'reportLoss', 'releaseLoss', 'acceptReissue', 'rejectReissue', 'makeReady', 'collect', 'activate', 'linkGuardian', 'setServicePassword', 'closeDispute',
] as const
export type TaskName = (typeof taskNames)[number]

/** All that is filled in for a task. */
export interface Filled {
  readonly role: Role
  readonly name: string
  readonly idNumber: string
  readonly kind: ReportKind
  readonly reason: ReissueReason
  readonly rejectedFor: RejectionReason
  readonly newCardNumber: string
  readonly outcome: DisputeOutcome
  readonly password: string
}

/** Which orders a task is for. */
const ordersFor = {
  rejectReissue: ['applied'],
  makeReady: ['accepted', 'inProduction', 'returned'],
  collect: ['ready', 'uncollected'],
} as const satisfies Partial<Record<TaskName, readonly OrderState[]>>

const stands = ({ order }: Pick<FoundCard, 'order'>, task: keyof typeof ordersFor): boolean =>
  order !== undefined && (ordersFor[task] as readonly OrderState[]).includes(order.state)

/** An application that came online, which is accepted as it stands. */
export const isApplied = (card: Pick<FoundCard, 'order'>): boolean => stands(card, 'rejectReissue')

/** Whether it is done with nobody before the counter. */
export const isOffice = (task: TaskName, card: FoundCard): boolean =>
  task === 'rejectReissue' || task === 'makeReady' || (task === 'acceptReissue' && isApplied(card))

/** Who may stand there for what: a guardian is registered by themself. */
export const rolesFor = (task: TaskName): readonly Role[] => {
  if (task === 'linkGuardian') return ['guardian']
  return task === 'closeDispute' || task === 'setServicePassword' ? ['cardholder', 'guardian'] : ['cardholder', 'guardian', 'proxy']
}

/** What is to be seen in the original. */
export const papersFor = (task: TaskName, card: FoundCard, { role, reason }: Pick<Filled, 'role' | 'reason'>): readonly Paper[] => {
  if (isOffice(task, card)) return []
  if (task === 'acceptReissue') return papersToApply(role, reason, policyOf(card.city))
  if (task === 'collect' && card.order) return papersToCollect(role, card.order.kind)
  return missingPapers(role, task === 'releaseLoss', 'counter', [])
}

/** Whether the rules let it be begun: what they refuse then is said by the server. */
export const isOffered = (task: TaskName, card: FoundCard): boolean => {
  switch (task) {
    case 'closeDispute': return card.dispute !== undefined
    case 'rejectReissue':
    case 'makeReady':
    case 'collect': return stands(card, task)
    case 'activate': return card.socialSecurity.state === 'notActivated'
    default: return true
  }
}

/** What its state suggests first. */
export const firstTask = (card: FoundCard): TaskName => {
  if (card.dispute) return 'closeDispute'
  if (isApplied(card)) return 'acceptReissue'
  const ordered = (['makeReady', 'collect', 'activate'] as const).find((task) => isOffered(task, card))
  return ordered ?? (card.socialSecurity.state === 'formallyLost' ? 'releaseLoss' : 'reportLoss')
}

type Acted = RequestOf<'channel/releaseLoss'>

const applicantOf = ({ role, name, idNumber }: Filled): Acted['applicant'] =>
  role === 'cardholder' ? { role } : { role, name: name.trim(), idNumber: idNumber.trim().toUpperCase() }

/** What every request says of the card and the key. */
export const ofItself = (card: FoundCard, staffId: string, idempotencyKey: string): Pick<Acted, 'card' | 'staff' | 'idempotencyKey'> =>
  ({ card: { cardId: card.cardId }, staff: { id: staffId }, idempotencyKey })

/** The same with who stands there, and what was seen. */
export const actedOf = (task: TaskName, card: FoundCard, filled: Filled, staffId: string, idempotencyKey: string): Acted => ({
  ...ofItself(card, staffId, idempotencyKey),
  applicant: applicantOf(filled),
  evidence: { kind: 'papers', seen: [...papersFor(task, card, filled)] },
})
