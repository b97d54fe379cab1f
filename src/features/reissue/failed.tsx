import type { CardOnWire } from '@/contract'
import { useReissueCopy } from '@/copy/reissue'
import { refusalCodes } from '@/domain/decision'
import { useHotline } from '../banks/use-rules'
import { withWayOn, type Failure } from '../failure'
import { Problem } from '../screen/problem'
import { ReissueRefused } from './refused'

interface FailedProps {
  readonly failure: Failure
  readonly card: CardOnWire
  /** What was not done, and how the card is now. */
  readonly title?: string
  readonly second?: string
  readonly onRetry: () => void
}

/** The rule that says no, if one does. */
export const refusalOf = ({ refusal, code }: Failure) => refusal ?? refusalCodes.find((known) => known === code)

/** Something about a new card was not done, or not found: the rule that says no, or what went wrong. */
export const ReissueFailed = ({ failure, card, onRetry, ...said }: FailedProps) => {
  const { r } = useReissueCopy()
  const hotline = useHotline(card.city)
  const code = refusalOf(failure)
  return code
    ? <ReissueRefused code={code} card={card} where={failure.details?.where} />
    : <Problem failure={withWayOn(failure)} hotline={hotline} call={r.ways.failedCall} {...said} onRetry={onRetry} />
}
