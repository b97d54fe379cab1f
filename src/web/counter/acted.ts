import type { RequestOf } from '@/contract'
import { missingPapers } from '@/domain/papers'
import { policyOf } from '@/domain/policies'
import { papersToApply, papersToCollect } from '@/domain/reissue'
import type { Paper } from '@/domain/words'
import type { Filled } from './filled'
import type { FoundCard } from './find'
import { isOffice, type TaskName } from './tasks'

/** What is to be seen in the original. */
export const papersFor = (task: TaskName, card: FoundCard, { role, reason }: Pick<Filled, 'role' | 'reason'>): readonly Paper[] => {
  if (isOffice(task, card)) return []
  if (task === 'acceptReissue') return papersToApply(role, reason, policyOf(card.city))
  if (task === 'collect' && card.order) return papersToCollect(role, card.order.kind)
  const papers = missingPapers(role, task === 'releaseLoss', 'counter', [])
  return task === 'correctOrder' && card.order?.rejectedFor === 'photo' ? [...papers, 'photo'] : papers
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
