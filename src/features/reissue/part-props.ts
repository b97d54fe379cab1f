import type { CardOnWire } from '@/contract'
import type { ReissueReason } from '@/domain/reissue/words'
import type { Applying } from './use-applying'
import type { Possible } from './ways'

/** What each question of an application is asked with. */
export interface PartProps {
  readonly card: CardOnWire
  readonly reason: ReissueReason
  readonly answer: Possible
  readonly applying: Applying
  /** Which step of how many this is; the check is the last. */
  readonly at: number
  readonly of: number
  readonly onNext: () => void
  readonly onBack: () => void
}
