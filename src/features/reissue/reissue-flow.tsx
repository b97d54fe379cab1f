import type { ComponentType } from 'react'
import type { CardOnWire, ReissueAnswerOnWire } from '@/contract'
import { useReissueCopy } from '@/copy/reissue'
import type { ReissueReason } from '@/domain/reissue/words'
import { back } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { CheckScreen } from '../identity'
import { useQuestion } from '../query'
import { Answered } from '../screen/answered'
import { CitizenScreen } from '../screen/citizen-screen'
import { AddressPart } from './address-part'
import { BankPart } from './bank-part'
import { Done } from './done'
import { banksToChoose, isFilled, partsFor, type Part } from './draft'
import { NotApplied, Unsure } from './ended'
import { refusalOf } from './failed'
import { reissue } from './operations'
import { OutletPart } from './outlet-part'
import type { PartProps } from './part-props'
import { PhotoPart } from './photo-part'
import { ReissueRefused } from './refused'
import { ReviewPart } from './review-part'
import type { Applying } from './use-applying'
import { WaysOrRefusal, type Possible } from './ways'

interface ReissueFlowProps {
  readonly card: CardOnWire
  readonly reason: ReissueReason
  readonly applying: Applying
}

const screens = { bank: BankPart, outlet: OutletPart, address: AddressPart, photo: PhotoPart, review: ReviewPart } as const satisfies Record<Part, ComponentType<PartProps>>

type AskingProps = ReissueFlowProps & { readonly answer: Possible; readonly part: Part }

/** One of the questions between the ways and the check. */
const Asking = ({ part, ...props }: AskingProps) => {
  const { applying: { option, banks, draft, goTo } } = props
  if (!option) return null
  const parts = partsFor(option, banks)
  const at = parts.indexOf(part)
  const next = () => goTo(isFilled(part, draft) || part === 'photo' ? parts[at + 1] ?? 'check' : part)
  const Screen = screens[part]
  return <Screen {...props} at={at + 1} of={parts.length + 1} onNext={next} onBack={() => goTo(parts[at - 1] ?? 'ways')} />
}

const Check = ({ card, applying: { check, option, banks, sending, goTo } }: ReissueFlowProps) => {
  const { r } = useReissueCopy()
  const of = (option ? partsFor(option, banks).length : 1) + 1
  return (
    <CheckScreen
      check={check}
      title={r.titles.reissue}
      words={r.apply.check}
      card={card}
      need="instantReissue"
      progress={{ at: of, of }}
      busyWords={sending ? r.apply.busy : undefined}
      onBack={() => goTo('review')}
    />
  )
}

type AnswerProps = ReissueFlowProps & { readonly answer: ReissueAnswerOnWire }

/** The ways, for the first time or again. */
const Choosing = ({ answer, ...props }: AnswerProps) => {
  const { r } = useReissueCopy()
  const { applying } = props
  const options = 'refused' in answer ? [] : answer.options
  return (
    <CitizenScreen title={r.titles.reissue} onBack={() => void back()}>
      <WaysOrRefusal
        {...props}
        answer={answer}
        onApply={(option) => {
          const banks = banksToChoose(options)
          applying.apply(option, banks, partsFor(option, banks)[0] ?? 'review')
        }}
      />
    </CitizenScreen>
  )
}

const Step = (props: AnswerProps) => {
  const { answer, applying: { step } } = props
  if (step in screens && !('refused' in answer)) return <Asking {...props} answer={answer} part={step as Part} />
  return step === 'check' ? <Check {...props} /> : <Choosing {...props} />
}

/** From the ways to a new card to the application that is in. */
export const ReissueFlow = (props: ReissueFlowProps) => {
  const { r } = useReissueCopy()
  const { card, reason, applying: { step, applied, failure, retry, goTo } } = props
  const query = useQuestion(reissue.options, { cardId: card.cardId, reason })
  const hotline = useHotline(card.city)
  if (applied) return <Done applied={applied} />
  if (step === 'unsure') return <Unsure card={card} onRetry={retry} />
  if (failure) return <NotApplied failure={failure} card={card} onRetry={retry} onChange={goTo} />
  if (query.data) return <Step {...props} answer={query.data.answer} />
  const refused = query.failure && refusalOf(query.failure)
  return (
    <CitizenScreen task title={r.titles.reissue} onBack={() => void back()}>
      {refused
        ? <ReissueRefused code={refused} card={card} />
        : <Answered query={query} hotline={hotline} call={r.ways.failedCall} bones={['line', 'card', 'card']}>{() => null}</Answered>}
    </CitizenScreen>
  )
}
