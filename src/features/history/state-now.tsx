import { View } from '@tarojs/components'
import { facesOf, isBankToTell } from '@/components/face'
import { Heading } from '@/components/heading'
import { StateBadge } from '@/components/state-badge'
import type { CardOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { cardFunctions } from '@/domain/words'
import { isLost } from '../card/actions'
import { BankTask } from '../card/bank-task'
import { useWhich } from '../card/use-holder'

const useNowWords = (card: CardOnWire): string => {
  const { t } = useCopy()
  const { state } = card.socialSecurity
  if (state === 'inUse') return t.history.now.works
  return isLost(card) ? t.history.now.stopped : t.history.now.other(t.badges.socialSecurity[state])
}

/** Before what was: how the card is now. */
export const StateNow = ({ card }: { readonly card: CardOnWire }) => {
  const { t } = useCopy()
  const faces = facesOf(card)
  return (
    <View className="page-col">
      <Heading words={useNowWords(card)} second={useWhich(card)} />
      <View className="sheet">
        {cardFunctions.map((of) => (
          <View key={of} className="pick between"><View className="grow">{t.words[of]}</View><StateBadge of={of} face={faces[of]} /></View>
        ))}
      </View>
      {isBankToTell(card) && <BankTask card={card} />}
    </View>
  )
}
