import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Mark, Result } from '@/components/result'
import type { CardOnWire } from '@/contract'
import { useToldCopy } from '@/copy/told'
import { goHome, replace } from '@/platform/navigation'
import { citizenRefusals, needsNewCheck, type Failure } from '../failure'
import { Problem } from '../screen/problem'
import { Refused } from '../screen/refused'

/** It is set: where it is asked for. */
export const Done = ({ card, hotline }: { readonly card: CardOnWire; readonly hotline: string }) => {
  const { t, m } = useToldCopy()
  return (
    <View className="page-col">
      <Result title={m.password.done} second={m.password.doneNext(hotline)} picture={<Mark kind="good" icon="ok" />} />
      <ActionButton kind="second" icon="card" words={m.password.toCard} onTap={() => void replace('card', { cardId: card.cardId })} />
      <ActionButton kind="plain" words={t.receipt.toHome} onTap={() => void goHome()} />
    </View>
  )
}

interface NotSetProps {
  readonly hotline: string
  readonly onRetry: () => void
}

/** Sent, and no one knows yet. */
export const Unsure = ({ hotline, onRetry }: NotSetProps) => {
  const { t, m } = useToldCopy()
  return (
    <View className="page-col">
      <Result title={m.password.unsure} second={m.password.unsureNext} picture={<Mark kind="todo" icon="clock" />} />
      <ActionButton icon="refresh" words={t.unsure.ask} onTap={onRetry} />
      <CallButton quiet who={t.call.hotlineAsk} number={hotline} />
    </View>
  )
}

/** A rule says no, the check no longer counts, or something went wrong: the password is as before. */
export const NotSet = ({ failure, hotline, onRetry }: NotSetProps & { readonly failure: Failure }) => {
  const { t, m } = useToldCopy()
  const refused = citizenRefusals.find((code) => code === failure.code)
  if (refused) return <Refused code={refused} where={failure.details?.where} hotline={hotline} />
  const again = needsNewCheck(failure)
  return (
    <View className="page-col">
      <Problem failure={failure} hotline={hotline} call={t.call.hotlineAsk} title={m.password.failed} second={m.password.failedNext} onRetry={onRetry} />
      {again && <ActionButton icon="face" words={m.password.checkAgain} onTap={onRetry} />}
    </View>
  )
}
