import { View } from '@tarojs/components'
import { Cell } from '@/components/cell'
import { Heading } from '@/components/heading'
import type { CardOnWire } from '@/contract'
import { useReissueCopy } from '@/copy/reissue'
import { go } from '@/platform/navigation'
import { useWhich } from '../card/use-holder'
import { CitizenScreen } from '../screen/citizen-screen'

interface LostQuestionProps {
  readonly card: CardOnWire
  readonly onBack: () => void
}

/** It may turn up again: reported alone it can be unhooked; with a new card it cannot, once that is accepted. */
export const LostQuestion = ({ card, onBack }: LostQuestionProps) => {
  const { r } = useReissueCopy()
  const { lost } = r.happened
  const { cardId } = card
  return (
    <CitizenScreen task title={r.titles.reissue} onBack={onBack}>
      <Heading words={lost.title} second={useWhich(card)} />
      <View className="sheet">
        <Cell icon="pause" title={lost.report} second={lost.reportSecond} onTap={() => void go('reportLoss', { cardId })} />
        <Cell icon="card-new" title={lost.reissue} second={lost.reissueSecond} onTap={() => void go('reissue', { cardId, reason: 'lost' })} />
      </View>
    </CitizenScreen>
  )
}
