import { View } from '@tarojs/components'
import { CardObject } from '@/components/card-object'
import { facesOf } from '@/components/face'
import { Notice } from '@/components/notice'
import type { CardOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { useBank } from '@/features/banks/use-bank'
import { useHotline } from '@/features/banks/use-rules'
import { useCard, useCards } from '@/features/card'
import { BothHalves } from '@/features/card/both-halves'
import { CardChoice } from '@/features/card/card-choice'
import { lacksConsent, ToFamily } from '@/features/card/to-family'
import { useHolder } from '@/features/card/use-holder'
import { OpenDispute } from '@/features/dispute/open-dispute'
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

/** That one acts for somebody else, or undefined for one's own card. */
const useActing = ({ holder: { relation, maskedName } }: CardOnWire): string | undefined => {
  const { t } = useCopy()
  return { cardholder: undefined, guardian: t.card.guardian, proxy: t.who.proxy(maskedName) }[relation]
}

const MyCard = ({ cards, card, refresh }: MyCardProps) => {
  const acting = useActing(card)
  return (
    <View className="page-col split">
      <View className="page-col split-a">
        <CardObject faces={facesOf(card)} bank={useBank(card).name} holder={useHolder(card)} />
        <BothHalves card={card} onLapsed={refresh} />
        <OpenDispute detail={useCard(card.cardId).data} />
        {acting && <Notice kind="info" icon="person">{acting}</Notice>}
      </View>
      <View className="page-col split-b">
        <WhatNext card={card} />
        {lacksConsent(card) && <ToFamily />}
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
