import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Empty } from '@/components/empty'
import { Mark, Result } from '@/components/result'
import { useCopy } from '@/copy/context'
import type { Failure } from '../failure'
import { BindFirst } from './first'

interface ProblemProps {
  readonly failure: Failure
  readonly hotline: string
  /** What one calls the hotline for; a loss report where nothing else is said. */
  readonly call?: string | undefined
  /** What was not done, where the screen is about doing something. */
  readonly title?: string
  readonly second?: string
  readonly onRetry: () => void
}

const Offline = ({ hotline, call, onRetry }: Pick<ProblemProps, 'hotline' | 'call' | 'onRetry'>) => {
  const { t } = useCopy()
  return (
    <Empty icon="offline" title={t.errors.offline.title} lines={[t.errors.offline.next]}>
      <ActionButton icon="refresh" words={t.common.retry} onTap={onRetry} />
      <CallButton quiet who={call ?? t.call.temporary} number={hotline} />
      {!call && <View className="sub mid-text">{t.call.needs}</View>}
    </Empty>
  )
}

/** What went wrong, how the card is now, what to do next; calling is always one of the ways. */
export const Problem = ({ failure, hotline, call, title, second, onRetry }: ProblemProps) => {
  const { t } = useCopy()
  if (failure.code === 'notBound') return <BindFirst />
  if (failure.code === 'offline') return <Offline hotline={hotline} call={call} onRetry={onRetry} />
  const said = t.errors[failure.code]
  const requestId = failure.details?.requestId
  return (
    <View className="page-col">
      <Result title={title ?? said.title} second={second ?? said.next} picture={<Mark kind="bad" icon="warn" />} />
      {second && <View className="body">{said.next}</View>}
      {failure.retryable && <ActionButton icon="refresh" words={t.common.retry} onTap={onRetry} />}
      <CallButton quiet who={call ?? t.call.temporary} number={hotline} />
      {requestId && <View className="cap mid-text picks">{t.common.errorNumber(requestId)}</View>}
    </View>
  )
}
