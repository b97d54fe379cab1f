import type { CardOnWire, Subject } from '@/contract'
import { useCopy } from '@/copy/context'
import { refusalCodes } from '@/domain/decision'
import { replace } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import type { Flow } from '../flow'
import { CheckScreen } from '../identity/check-screen'
import { CitizenScreen } from './citizen-screen'
import { Problem } from './problem'
import { Refused } from './refused'
import { Unsure } from './unsure'

interface FlowScreenProps {
  readonly flow: Flow
  readonly purpose: Subject['purpose']
  readonly card: CardOnWire
  readonly onBack: () => void
}

const stepsOf = { reportLoss: 3, releaseLoss: 2 } as const

/** What lies between the explanation and the receipt: the check, the sending, and whatever can come between. */
export const FlowScreen = ({ flow, purpose, card, onBack }: FlowScreenProps) => {
  const { t } = useCopy()
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
  if (!failure) return <CheckScreen flow={flow} purpose={purpose} card={card} title={title} steps={stepsOf[purpose]} onBack={onBack} />
  const refused = refusalCodes.find((code) => code === failure.code)
  return (
    <CitizenScreen task title={title} onBack={onBack}>
      {refused
        ? <Refused code={refused} where={failure.details?.where} hotline={hotline} />
        : <Problem failure={failure} hotline={hotline} title={said.failed} second={said.failedNext} onRetry={retry} />}
    </CitizenScreen>
  )
}
