import { useState } from 'react'
import { View } from '@tarojs/components'
import { CallButton } from '@/components/call-button'
import { CardObject } from '@/components/card-object'
import { facesOf, isBankToTell } from '@/components/face'
import { Heading } from '@/components/heading'
import { useNow } from '@/components/use-now'
import type { CardOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { useBank } from '../banks/use-bank'
import { useHotline } from '../banks/use-rules'
import { BankTask } from '../card/bank-task'
import { CardChoice } from '../card/card-choice'
import { statementOf } from '../card/statement'
import { useHolder } from '../card/use-holder'
import { useSettings } from '../settings'
import { MainAction } from './main-action'
import { Services, useCardServices } from './services'

interface HomeProps {
  readonly cards: readonly [CardOnWire, ...CardOnWire[]]
  readonly checkedAt: number
  readonly refresh: () => void
}

const Hotline = ({ card }: { readonly card: CardOnWire }) => {
  const { t } = useCopy()
  const { mode } = useSettings()
  return <CallButton quiet who={mode === 'elder' ? t.call.hotlineElder : t.call.hotline} number={useHotline(card.city)} />
}

/** First the state in words, then what is still open, then the one button. */
export const Home = ({ cards, checkedAt, refresh }: HomeProps) => {
  const { t, dates } = useCopy()
  const [chosen, setChosen] = useState('')
  const card = cards.find(({ cardId }) => cardId === chosen) ?? cards[0]
  const { lapsesAt } = card.socialSecurity
  const now = useNow(lapsesAt ? Date.parse(lapsesAt) : undefined, refresh)
  const statement = statementOf(card, t, dates, now, checkedAt)
  const toTell = isBankToTell(card)
  return (
    <View className="page-col split">
      <View className="page-col split-a">
        <Heading words={statement.words} second={statement.second} />
        {toTell && <BankTask card={card} />}
        <CardObject faces={facesOf(card)} bank={useBank(card).name} holder={useHolder(card)} />
        <MainAction card={card} />
      </View>
      <View className="page-col split-b">
        <CardChoice cards={cards} chosen={card} onChoose={setChosen} />
        <Services services={useCardServices(card)} />
        <Hotline card={card} />
      </View>
    </View>
  )
}
