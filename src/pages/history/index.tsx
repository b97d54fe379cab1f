import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Empty } from '@/components/empty'
import { Subheading } from '@/components/heading'
import type { CardOnWire, HistoryEventOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { useHotline } from '@/features/banks/use-rules'
import { useCard, useHistory, type History } from '@/features/card'
import { StateNow } from '@/features/history/state-now'
import { Timeline } from '@/features/history/timeline'
import { Answered } from '@/features/screen/answered'
import { CitizenScreen } from '@/features/screen/citizen-screen'
import { back, go, useParams } from '@/platform/navigation'

interface WhatHappenedProps {
  readonly card: CardOnWire | undefined
  readonly history: History
  readonly events: readonly HistoryEventOnWire[]
  readonly onCard: () => void
}

const WhatHappened = ({ card, history, events, onCard }: WhatHappenedProps) => {
  const { t } = useCopy()
  const hotline = useHotline(card?.city)
  if (!history.hasMore && events.every(({ what }) => what === 'cardImported')) {
    return (
      <Empty title={t.history.none} lines={t.history.noneLines}>
        <ActionButton kind="second" words={t.history.backToCard} onTap={onCard} />
      </Empty>
    )
  }
  return (
    <View className="page-col split">
      <View className="page-col split-a">{card && <StateNow card={card} />}</View>
      <View className="page-col split-b">
        <Subheading words={t.history.happened} />
        <Timeline history={history} events={events} hotline={hotline} />
      </View>
    </View>
  )
}

const HistoryPage = () => {
  const { t } = useCopy()
  const { cardId } = useParams('history')
  const history = useHistory(cardId)
  const card = useCard(cardId).data?.card
  const hotline = useHotline()
  return (
    <CitizenScreen title={t.screens.history} onBack={() => void back()}>
      <Answered query={history} hotline={hotline} bones={['line', 'cell', 'card', 'card']}>
        {(events) => <WhatHappened card={card} history={history} events={events} onCard={() => void go('card', { cardId })} />}
      </Answered>
    </CitizenScreen>
  )
}

export default HistoryPage
