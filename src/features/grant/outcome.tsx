import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Points } from '@/components/points'
import { Mark, Result } from '@/components/result'
import type { GrantOnWire } from '@/contract'
import { useFamilyCopy } from '@/copy/family'
import { goHome, replace } from '@/platform/navigation'
import { citizenRefusals, needsNewCheck, type Failure } from '../failure'
import { saidLastDay } from '../family/said-day'
import { Problem } from '../screen/problem'
import { Refused } from '../screen/refused'

const toFamily = (): void => void replace('family')

/** It holds: for whom, what for, until when, and how the other one goes about it. */
export const Done = ({ grant: { maskedName, purpose, until } }: { readonly grant: GrantOnWire }) => {
  const { t, f } = useFamilyCopy()
  const second = f.grant.doneNext(maskedName, f.purposes[purpose], saidLastDay(until, f))
  return (
    <View className="page-col">
      <Result title={f.grant.done} second={second} picture={<Mark kind="good" icon="ok" />} />
      <Points icon="person" title={f.grant.tell} points={f.grant.tellPoints} />
      <View className="body">{f.grant.stop}</View>
      <ActionButton kind="second" words={f.grant.toFamily} onTap={toFamily} />
      <ActionButton kind="plain" words={t.receipt.toHome} onTap={() => void goHome()} />
    </View>
  )
}

/** Sent, and no one knows yet. */
export const Unsure = ({ hotline, onRetry }: { readonly hotline: string; readonly onRetry: () => void }) => {
  const { t, f } = useFamilyCopy()
  return (
    <View className="page-col">
      <Result title={f.lost.title} second={f.lost.next} picture={<Mark kind="todo" icon="clock" />} />
      <ActionButton icon="refresh" words={t.unsure.ask} onTap={onRetry} />
      <ActionButton kind="second" words={f.grant.unsureSee} onTap={toFamily} />
      <CallButton quiet who={t.call.hotlineAsk} number={hotline} />
    </View>
  )
}

interface NotGrantedProps {
  readonly failure: Failure
  readonly hotline: string
  readonly onRetry: () => void
}

/** A rule says no, the check no longer counts, or something went wrong: nothing has changed. */
export const NotGranted = ({ failure, hotline, onRetry }: NotGrantedProps) => {
  const { t, f } = useFamilyCopy()
  const refused = citizenRefusals.find((code) => code === failure.code)
  if (refused) return <Refused code={refused} where={failure.details?.where} hotline={hotline} />
  const { title, next } = t.errors[failure.code]
  if (needsNewCheck(failure)) {
    return (
      <View className="page-col">
        <Result title={title} second={next} picture={<Mark kind="todo" icon="clock" />} />
        <ActionButton icon="face" words={f.grant.checkAgain} onTap={onRetry} />
      </View>
    )
  }
  return <Problem failure={failure} hotline={hotline} call={t.call.hotlineAsk} title={f.grant.failed} second={f.grant.failedNext} onRetry={onRetry} />
}
