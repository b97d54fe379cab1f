import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Empty } from '@/components/empty'
import { Subheading } from '@/components/heading'
import { Cell } from '@/components/cell'
import type { DataOf, HistoryEventOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { useHotline } from '@/features/banks/use-rules'
import { openDisputeOf } from '@/features/dispute'
import { OpenDispute } from '@/features/dispute/open-dispute'
import { useCard, useHistory, type History } from '@/features/card'
import { StateNow } from '@/features/history/state-now'
import { Timeline } from '@/features/history/timeline'
import { Answered } from '@/features/screen/answered'
import { CitizenScreen } from '@/features/screen/citizen-screen'
import { back, go, useParams } from '@/platform/navigation'
import { isTerminal } from '@/platform/terminal'

interface WhatHappenedProps {
  readonly cardId: string
  readonly detail: DataOf<'card/get'> | undefined
  readonly history: History
  readonly events: readonly HistoryEventOnWire[]
  readonly onCard: () => void
}

const WhatHappened = ({ cardId, detail, history, events, onCard }: WhatHappenedProps) => {
  const { t } = useCopy()
  if (!history.hasMore && events.every(({ what }) => what === 'cardImported')) {
    return (
      <Empty title={t.history.none} lines={t.history.noneLines}>
        <ActionButton kind="second" words={t.history.backToCard} onTap={onCard} />
      </Empty>
    )
  }
  return (
    <View className="page-col split">
      <View className="page-col split-a">{detail && <StateNow card={detail.card} />}<OpenDispute detail={detail} /></View>
      <View className="page-col split-b">
        <Subheading words={t.history.happened} />
        <Timeline cardId={cardId} history={history} events={events} disputed={Boolean(detail && openDisputeOf(detail))} />
        {!isTerminal() && <View className="sheet"><Cell icon="bell" title={t.home.services.messages} second={t.history.messages} onTap={() => void go('messages')} /></View>}
      </View>
    </View>
  )
}

const HistoryPage = () => {
  const { t } = useCopy()
  const { cardId } = useParams('history')
  const history = useHistory(cardId)
  const detail = useCard(cardId).data
  const hotline = useHotline()
  return (
    <CitizenScreen title={t.screens.history} onBack={() => void back()}>
      <Answered query={history} hotline={hotline} bones={['line', 'cell', 'card', 'card']}>
        {(events) => <WhatHappened cardId={cardId} detail={detail} history={history} events={events} onCard={() => void go('card', { cardId })} />}
      </Answered>
    </CitizenScreen>
  )
}

export default HistoryPage
