import type { StaffOnWire } from '@/contract/counter'
import type { FoundCard } from './find'
import type { Done } from './slip'

/** What a task is done with: the card, whoever does it, and who is told. */
export interface TaskProps {
  readonly card: FoundCard
  readonly member: StaffOnWire
  readonly onDone: (done: Done) => void
  /** The card is not any more what the page shows. */
  readonly onChanged: (card: FoundCard) => void
}
