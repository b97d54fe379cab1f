import { useMemo, useState } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Notice } from '@/components/notice'
import { useNow } from '@/components/use-now'
import { useOutletCopy } from '@/copy/outlets'
import { aria } from '@/platform/aria'
import type { Failure } from '../failure'
import { FoundList } from './found-list'
import type { KeptFound } from './kept'
import { Foot } from './results'
import { allRows, rowsOf } from './rows'
import type { Lookup } from './use-lookup'

interface KeptResultsProps {
  readonly lookup: Lookup
  readonly kept: KeptFound
  readonly failure: Failure
  readonly hotline: string
}

/** The list that was seen last, marked with its time: a street and a number help without a network too. */
export const KeptResults = ({ lookup, kept: { at, found }, failure, hotline }: KeptResultsProps) => {
  const { o, t, dates } = useOutletCopy()
  const now = useNow()
  const groups = useMemo(() => rowsOf(found), [found])
  const rows = allRows(groups)
  const [chosen, choose] = useState<string>()
  const moment = dates.moment(at, now)
  const { asker: { city }, pages: { query } } = lookup
  return (
    <View className="page-col">
      <View className="page-col" {...aria({ role: 'alert' })}>
        <View className="h2" {...aria({ role: 'heading', level: 1 })}>{o.keptTitle}</View>
        <Notice kind="info" icon="offline">{failure.code === 'offline' ? o.kept(moment) : o.keptUnanswered(moment)}</Notice>
      </View>
      <CallButton quiet who={t.call.hotlineAsk} number={hotline} />
      <ActionButton kind="second" icon="refresh" words={t.common.retry} onTap={query.retry} />
      <FoundList groups={groups} city={city} selected={chosen ?? rows[0]?.key} onSelect={choose} need={found.need} own={undefined} now={now} />
      <Foot found={found} rows={rows} openFirst={false} />
    </View>
  )
}
