import type { CardOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { useIdentityCopy } from '@/copy/identity'
import { replace } from '@/platform/navigation'
import { useHotline, useRules } from '../banks/use-rules'
import { citizenRefusals, withWayOn } from '../failure'
import type { Flow } from '../flow'
import { CheckScreen, type CheckWords } from '../identity'
import { CitizenScreen } from './citizen-screen'
import { Problem } from './problem'
import { Refused } from './refused'
import { Unsure } from './unsure'

type LossPurpose = 'reportLoss' | 'releaseLoss'

interface FlowScreenProps {
  readonly flow: Flow
  readonly purpose: LossPurpose
  readonly card: CardOnWire
  readonly onBack: () => void
}

const stepsOf = { reportLoss: 3, releaseLoss: 2 } as const

const useWords = (purpose: LossPurpose, card: CardOnWire): CheckWords => {
  const { i } = useIdentityCopy()
  const { temporaryDays } = useRules(card.city)
  return purpose === 'reportLoss'
    ? { ...i.check.purposes.reportLoss, phone: i.check.phoneReport(temporaryDays.socialSecurity.value), counter: i.check.counterReport }
    : { ...i.check.purposes.releaseLoss, phone: i.check.phoneRelease, counter: i.check.counterRelease }
}

const Check = ({ flow, purpose, card, onBack, title }: FlowScreenProps & { readonly title: string }) => {
  const { t } = useCopy()
  const words = useWords(purpose, card)
  const isReport = purpose === 'reportLoss'
  return (
    <CheckScreen
      check={flow.check}
      title={title}
      words={words}
      card={card}
      need={isReport ? 'reportLoss' : 'release'}
      progress={{ at: 2, of: stepsOf[purpose] }}
      busyWords={flow.step === 'sending' ? (isReport ? t.report : t.release).busy : undefined}
      onBack={onBack}
    />
  )
}

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
  if (!failure) return <Check {...props} title={title} />
  const refused = citizenRefusals.find((code) => code === failure.code)
  return (
    <CitizenScreen task title={title} onBack={onBack}>
      {refused
        ? <Refused code={refused} where={failure.details?.where} hotline={hotline} />
        : <Problem failure={withWayOn(failure)} hotline={hotline} title={said.failed} second={said.failedNext} onRetry={retry} />}
    </CitizenScreen>
  )
}
