import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Steps, type Step } from '@/components/steps'
import type { HistoryEventOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import type { History } from '../card'
import { NotMe } from '../card/not-me'
import { isSomeonesDoing, saidEvent } from './said-event'

interface TimelineProps {
  readonly history: History
  readonly events: readonly HistoryEventOnWire[]
  readonly hotline: string
}

/** What happened to a card, newest first, page by page. */
export const Timeline = ({ history, events, hotline }: TimelineProps) => {
  const { t, dates } = useCopy()
  const now = Date.now()
  const newest = events.find(isSomeonesDoing)
  const steps = events.flatMap((event, index): Step[] => {
    const said = saidEvent(events, index, t, dates, now)
    if (!said) return []
    const action = event === newest && <NotMe words={t.history.notMe} hotline={hotline} />
    return [{ key: `${event.at} ${event.what} ${index}`, ...said, action }]
  })
  return (
    <View className="page-col">
      <Steps steps={steps} />
      {history.hasMore && (
        <ActionButton
          kind="second"
          words={history.failure ? t.history.moreFailed : t.history.more}
          busyWords={history.loadingMore ? t.history.moreBusy : undefined}
          onTap={history.loadMore}
        />
      )}
    </View>
  )
}
