import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Mark, Result } from '@/components/result'
import type { CardOnWire } from '@/contract'
import { useReissueCopy, type ReissueCopy } from '@/copy/reissue'
import { replace } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import type { Failure } from '../failure'
import { CitizenScreen } from '../screen/citizen-screen'
import type { Part } from './draft'
import { ReissueFailed } from './failed'

/** Sent, and no one knows yet what came of it. */
export const Unsure = ({ card, onRetry }: { readonly card: CardOnWire; readonly onRetry: () => void }) => {
  const { t, r } = useReissueCopy()
  return (
    <CitizenScreen task title={r.titles.reissue}>
      <Result title={r.apply.unsure} second={r.apply.unsureNext} picture={<Mark kind="todo" icon="clock" />} />
      <ActionButton icon="refresh" words={t.unsure.ask} onTap={onRetry} />
      <ActionButton kind="second" words={r.apply.see} onTap={() => void replace('order', { cardId: card.cardId })} />
      <CallButton quiet who={t.call.hotlineAsk} number={useHotline(card.city)} />
    </CitizenScreen>
  )
}

interface NotAppliedProps {
  readonly failure: Failure
  readonly card: CardOnWire
  readonly onRetry: () => void
  /** Back to what was filled in. */
  readonly onChange: (part: Part) => void
}

/** What the server finds wrong in what was filled in, and where it is put right. */
const places = { 'address.division': 'address', outlet: 'outlet' } as const satisfies Record<keyof ReissueCopy['apply']['wrong'], Part>

const wrongIn = ({ code, details }: Failure): keyof typeof places | undefined => {
  const field = details?.field
  return code === 'invalidRequest' && (field === 'address.division' || field === 'outlet') ? field : undefined
}

/** What was filled in can be put right. */
const correctable: readonly string[] = ['invalidRequest', 'bankNotOffered', 'addressNeeded', 'photoNeeded', 'wayNotOffered']

/** It did not come about: the rule that says no, or what went wrong; what was filled in is still there. */
export const NotApplied = ({ failure, card, onRetry, onChange }: NotAppliedProps) => {
  const { r } = useReissueCopy()
  const toReview = () => onChange('review')
  const wrong = wrongIn(failure)
  return (
    <CitizenScreen task title={r.titles.reissue} onBack={toReview}>
      <View className="page-col">
        {wrong
          ? <Result title={r.apply.wrong[wrong].title} second={r.apply.wrong[wrong].next} picture={<Mark kind="bad" icon="warn" />} />
          : <ReissueFailed failure={failure} card={card} title={r.apply.failed} second={r.apply.failedNext} onRetry={onRetry} />}
        {wrong && <ActionButton words={r.apply.review.change} onTap={() => onChange(places[wrong])} />}
        {!wrong && correctable.includes(failure.refusal ?? failure.code) && <ActionButton kind="second" words={r.apply.review.change} onTap={toReview} />}
      </View>
    </CitizenScreen>
  )
}
