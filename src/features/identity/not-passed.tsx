import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Mark, Result } from '@/components/result'
import { useIdentityCopy } from '@/copy/identity'
import { useHotline } from '../banks/use-rules'
import type { Failure } from '../failure'
import { CitizenScreen } from '../screen/citizen-screen'
import { Problem } from '../screen/problem'
import { OtherWays } from './other-ways'
import type { CheckScreenProps } from './screen-props'

const minute = 60
const hour = 60 * minute

/** Seconds as full hours, or minutes below one, rounded up: who comes back then is not sent away again. */
const waitOf = (seconds: number): readonly [hours: number, minutes: number] =>
  (seconds > hour - minute ? [Math.ceil(seconds / hour), 0] : [0, Math.max(1, Math.ceil(seconds / minute))])

interface Said {
  readonly title: string
  readonly second: string
  readonly icon: 'info' | 'warn' | 'clock'
  readonly again: boolean
}

/** Too many checks: when again. Of any other fault only the fault itself can be said. */
const useSaidFault = (failure: Failure | undefined): Said | undefined => {
  const { t, i } = useIdentityCopy()
  if (failure?.code !== 'tooManyChecks') return undefined
  const { title, next } = t.errors.tooManyChecks
  const { retryAfterSeconds } = failure.details ?? {}
  return { title, second: retryAfterSeconds === undefined ? next : i.check.tooMany(...waitOf(retryAfterSeconds)), icon: 'clock', again: false }
}

const useSaid = ({ check, card }: CheckScreenProps): Said | undefined => {
  const { i } = useIdentityCopy()
  const about = card ? 'card' : 'other'
  const fault = useSaidFault(check.failure)
  switch (check.stage) {
    case 'cancelled': return { title: i.check.cancelled, second: i.check.cancelledNext[about], icon: 'info', again: true }
    case 'expired': return { title: i.check.expired, second: i.check.expiredNext, icon: 'clock', again: true }
    case 'unsupported': {
      const second = i.check.unsupportedNext[check.provider === 'wechat' ? 'wechat' : 'other']
      return { title: i.check.unsupported, second, icon: 'info', again: false }
    }
    case 'broken': return fault
    default: return { title: i.check.failed, second: i.check.failedNext[about], icon: 'warn', again: true }
  }
}

/** A check that did not pass: what happened, what may help, and the ways without a face. */
export const NotPassed = (props: CheckScreenProps) => {
  const { t, i } = useIdentityCopy()
  const { check, card, title, words, need, onBack } = props
  const said = useSaid(props)
  const hotline = useHotline(card?.city)
  if (!said) {
    return (
      <CitizenScreen task title={title} onBack={onBack}>
        {check.failure && <Problem failure={{ ...check.failure, retryable: true }} hotline={hotline} onRetry={check.again} />}
      </CitizenScreen>
    )
  }
  const mistyped = check.stage === 'failed' ? words.change : undefined
  const dock = said.again && (
    <>
      <ActionButton icon="refresh" words={t.common.retry} onTap={check.again} />
      {mistyped && <ActionButton kind="second" words={mistyped} onTap={onBack} />}
    </>
  )
  return (
    <CitizenScreen task title={title} dock={dock} onBack={onBack}>
      <Result title={said.title} second={said.second} picture={<Mark kind={said.icon === 'warn' ? 'bad' : 'calm'} icon={said.icon} />} />
      {check.stage === 'failed' && check.provider !== 'sandbox' && <View className="body">{i.check.failedHint}</View>}
      <OtherWays words={words} card={card} need={need} />
    </CitizenScreen>
  )
}
