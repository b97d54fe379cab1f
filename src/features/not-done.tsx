import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Notice } from '@/components/notice'
import { useCopy } from '@/copy/context'
import { aria } from '@/platform/aria'
import type { Failure } from './failure'

interface NotDoneProps {
  readonly failure: Failure | undefined
  /** What was not done. */
  readonly title: string
  /** What that means, where the failure's own words would say too much. */
  readonly next?: string
  readonly onRetry: () => void
}

/** Why a small change was not made, beside what it is about, and one more try where that may help. */
export const NotDone = ({ failure, title, next, onRetry }: NotDoneProps) => {
  const { t } = useCopy()
  if (!failure) return null
  return (
    <View className="page-col">
      <Notice kind="bad" title={title}>{next ?? t.errors[failure.code].next}</Notice>
      {failure.retryable && <ActionButton kind="second" icon="refresh" words={t.common.retry} onTap={onRetry} />}
    </View>
  )
}

/** What was done, read out as soon as it is so. */
export const NowSo = ({ words }: { readonly words: string | undefined }) =>
  (words ? <View {...aria({ live: 'polite' })}><Notice kind="good">{words}</Notice></View> : null)
