import type { CardOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { useIdentityCopy } from '@/copy/identity'
import { useRules } from '../banks/use-rules'
import type { Flow } from '../flow'
import { CheckScreen, type CheckWords } from '../identity'

type LossPurpose = 'reportLoss' | 'releaseLoss'

export interface FlowScreenProps {
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

export interface CheckStepProps extends FlowScreenProps {
  readonly title: string
}

/** The check by a face, between the explanation and the sending. */
export const PlainCheckStep = ({ flow, purpose, card, onBack, title }: CheckStepProps) => {
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
