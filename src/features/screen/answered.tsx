import type { ComponentProps, ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Loading } from '@/components/loading'
import { Notice } from '@/components/notice'
import { useCopy } from '@/copy/context'
import type { QueryLike } from '../query'
import { Problem } from './problem'

interface AnsweredProps<Data> extends ComponentProps<typeof Loading> {
  readonly query: QueryLike<Data>
  readonly hotline: string
  /** What one calls the hotline for. */
  readonly call?: string
  readonly children: (data: Data) => ReactNode
}

/** What was asked for, once it is there; before that its shape, or why it is not there. What was known before stays in view. */
export const Answered = <Data,>({ query, hotline, call, bones, children }: AnsweredProps<Data>) => {
  const { t } = useCopy()
  if (query.status === 'loading') return <Loading bones={bones} />
  const { status, data, failure, retry } = query
  if (data === undefined) return failure ? <Problem failure={failure} hotline={hotline} call={call} onRetry={retry} /> : null
  return (
    <View className="page-col">
      {status === 'failed' && <Notice kind="info" icon="clock">{t.common.stale}</Notice>}
      {children(data)}
    </View>
  )
}
