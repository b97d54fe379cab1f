import { View } from '@tarojs/components'
import { CardObject } from '@/components/card-object'
import { facesOf } from '@/components/face'
import { Notice } from '@/components/notice'
import type { CardOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { useBank } from '@/features/banks/use-bank'
import { useHotline } from '@/features/banks/use-rules'
import { useCards } from '@/features/card'
import { BothHalves } from '@/features/card/both-halves'
import { CardChoice } from '@/features/card/card-choice'
import { useHolder } from '@/features/card/use-holder'
import { OtherCity, WhatNext, WhereToGo } from '@/features/card/what-next'
import { Answered } from '@/features/screen/answered'
import { CitizenScreen } from '@/features/screen/citizen-screen'
import { NoCards } from '@/features/card/no-cards'
import { back, replace, useParams } from '@/platform/navigation'

interface MyCardProps {
  readonly cards: readonly CardOnWire[]
  readonly card: CardOnWire
  readonly refresh: () => void
}

const MyCard = ({ cards, card, refresh }: MyCardProps) => {
  const { t } = useCopy()
  return (
    <View className="page-col split">
      <View className="page-col split-a">
        <CardObject faces={facesOf(card)} bank={useBank(card).name} holder={useHolder(card)} />
        <BothHalves card={card} onLapsed={refresh} />
        {card.holder.relation === 'guardian' && <Notice kind="info" icon="person">{t.card.guardian}</Notice>}
      </View>
      <View className="page-col split-b">
        <WhatNext card={card} />
        <WhereToGo card={card} />
        <OtherCity card={card} />
        <CardChoice cards={cards} chosen={card} onChoose={(cardId) => void replace('card', { cardId })} />
      </View>
    </View>
  )
}

const CardPage = () => {
  const { t } = useCopy()
  const { cardId } = useParams('card')
  const query = useCards()
  const hotline = useHotline()
  return (
    <CitizenScreen title={t.screens.card} onBack={() => void back()}>
      <Answered query={query} hotline={hotline} bones={['card', 'cell', 'cell']}>
        {(cards) => {
          const card = cards.find((one) => one.cardId === cardId) ?? cards[0]
          return card ? <MyCard cards={cards} card={card} refresh={query.retry} /> : <NoCards />
        }}
      </Answered>
    </CitizenScreen>
  )
}

export default CardPage
