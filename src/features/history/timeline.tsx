import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Steps, type Step } from '@/components/steps'
import type { HistoryEventOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import type { History } from '../card'
import { NotMe } from '../card/not-me'
import { disputableEvents } from './disputable'
import { saidEvent } from './said-event'

interface TimelineProps {
  readonly cardId: string
  readonly history: History
  readonly events: readonly HistoryEventOnWire[]
  /** Something is said not to have been them already: nothing more can be said until that is settled. */
  readonly disputed: boolean
}

/** What happened to a card, newest first, page by page. */
export const Timeline = ({ cardId, history, events, disputed }: TimelineProps) => {
  const { t, dates, language } = useCopy()
  const now = Date.now()
  const abouts = disputableEvents(disputed ? [] : events)
  const steps = events.flatMap((event, index): Step[] => {
    const said = saidEvent(events, index, t, dates, now, language)
    if (!said) return []
    const about = abouts.get(event)
    const action = about && <NotMe words={t.history.notMe} cardId={cardId} about={about} />
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
