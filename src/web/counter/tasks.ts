import { missingPapers } from '@/domain/papers'
import type { DisputeOutcome, Paper, ReissueKind, ReportKind, Role } from '@/domain/words'
import type { RequestOf } from '@/contract'
import type { FoundCard } from './find'

export const taskNames = ['reportLoss', 'releaseLoss', 'acceptReissue', 'linkGuardian', 'setServicePassword', 'closeDispute'] as const
export type TaskName = (typeof taskNames)[number]

/** All that is filled in for a task. */
export interface Filled {
  readonly role: Role
  readonly name: string
  readonly idNumber: string
  readonly kind: ReportKind
  readonly reissueKind: ReissueKind
  readonly outcome: DisputeOutcome
  readonly password: string
}

/** Who may stand there for what: a guardian is registered by themself. */
export const rolesFor = (task: TaskName): readonly Role[] => {
  if (task === 'linkGuardian') return ['guardian']
  return task === 'closeDispute' || task === 'setServicePassword' ? ['cardholder', 'guardian'] : ['cardholder', 'guardian', 'proxy']
}

export const papersFor = (task: TaskName, role: Role): Paper[] => missingPapers(role, task === 'releaseLoss', 'counter', [])

/** Whether the rules let it be begun: what they refuse then is said by the server. */
export const isOffered = (task: TaskName, { dispute }: FoundCard): boolean => task !== 'closeDispute' || dispute !== undefined

type Acted = RequestOf<'channel/releaseLoss'>

const applicantOf = ({ role, name, idNumber }: Filled): Acted['applicant'] =>
  role === 'cardholder' ? { role } : { role, name: name.trim(), idNumber: idNumber.trim().toUpperCase() }

/** What every request says: who stands there, what was seen, under which key. */
export const actedOf = (task: TaskName, card: FoundCard, filled: Filled, staffId: string, idempotencyKey: string): Acted => ({
  card: { cardId: card.cardId },
  staff: { id: staffId },
  applicant: applicantOf(filled),
  evidence: { kind: 'papers', seen: papersFor(task, filled.role) },
  idempotencyKey,
})
