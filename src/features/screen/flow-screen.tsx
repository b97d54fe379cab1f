import { useCopy } from '@/copy/context'
import { replace } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { citizenRefusals, withWayOn } from '../failure'
import { CheckStep } from './check-step'
import { CitizenScreen } from './citizen-screen'
import type { FlowScreenProps } from './plain-check-step'
import { Problem } from './problem'
import { Refused } from './refused'
import { Unsure } from './unsure'

/** What lies between the explanation and the receipt: the check, the sending, and whatever can come between. */
export const FlowScreen = (props: FlowScreenProps) => {
  const { t } = useCopy()
  const { flow, purpose, card, onBack } = props
  const hotline = useHotline(card.city)
  const { step, failure, retry } = flow
  const title = purpose === 'reportLoss' ? t.screens.reportLoss : t.screens.release
  const said = purpose === 'reportLoss' ? t.report : t.release
  if (step === 'unsure') {
    return (
      <CitizenScreen task title={title}>
        <Unsure hotline={hotline} onRetry={retry} onSeeCard={() => void replace('card', { cardId: card.cardId })} />
      </CitizenScreen>
    )
  }
  if (!failure) return <CheckStep {...props} title={title} />
  const refused = citizenRefusals.find((code) => code === failure.code)
  return (
    <CitizenScreen task title={title} onBack={onBack}>
      {refused
        ? <Refused code={refused} where={failure.details?.where} hotline={hotline} />
        : <Problem failure={withWayOn(failure)} hotline={hotline} title={said.failed} second={said.failedNext} onRetry={retry} />}
    </CitizenScreen>
  )
}
