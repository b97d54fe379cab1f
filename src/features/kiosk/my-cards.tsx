import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { CardObject } from '@/components/card-object'
import { facesOf, isBankToTell } from '@/components/face'
import { Heading } from '@/components/heading'
import { Link } from '@/components/link'
import { useNow } from '@/components/use-now'
import type { CardOnWire } from '@/contract'
import { useKioskCopy } from '@/copy/kiosk'
import { go } from '@/platform/navigation'
import { useBank } from '../banks/use-bank'
import { useHotline } from '../banks/use-rules'
import { useCards } from '../card'
import { BankTask } from '../card/bank-task'
import { CardChoice } from '../card/card-choice'
import { NoCards } from '../card/no-cards'
import { statementOf } from '../card/statement'
import { useHolder } from '../card/use-holder'
import { Answered } from '../screen/answered'
import { useStore } from '../store'
import { TerminalScreen } from './terminal-screen'
import { mainOf, pageOf, reissueTile, tilesOf } from './tiles-of'
import { Tiles, type Tile } from './tiles'
import { chooseAim, visit, type Aim } from './visit'

/** What is opened for a card; its state is on this page already. */
const open = (tile: Tile, { cardId }: CardOnWire): void => {
  if (tile !== 'state') void go(pageOf[tile], { cardId })
}

/** What somebody came for, as this card has it. */
const tileFor = (aim: Aim, card: CardOnWire): Tile => (aim === 'reissue' ? reissueTile(card) : aim)

interface MineProps {
  readonly cards: readonly [CardOnWire, ...CardOnWire[]]
  readonly checkedAt: number
  readonly refresh: () => void
}

/** Goes on by itself with what was chosen before the ID card was read, once it is known for which card. */
const useGoingOn = (card: CardOnWire | undefined): void => {
  const { aim } = useStore(visit)
  useEffect(() => {
    if (!aim || !card) return
    chooseAim(undefined)
    open(tileFor(aim, card), card)
  }, [aim, card])
}

const Statement = ({ card, checkedAt, refresh }: { readonly card: CardOnWire } & Omit<MineProps, 'cards'>) => {
  const { t, dates } = useKioskCopy()
  const { lapsesAt } = card.socialSecurity
  const now = useNow(lapsesAt ? Date.parse(lapsesAt) : undefined, refresh)
  const { words, second } = statementOf(card, t, dates, now, checkedAt)
  return <Heading words={words} second={second} />
}

const Mine = ({ cards, ...asked }: MineProps) => {
  const { k } = useKioskCopy()
  const { aim } = useStore(visit)
  const [chosen, setChosen] = useState('')
  const picked = cards.find(({ cardId }) => cardId === chosen)
  const card = picked ?? cards[0]
  const bank = useBank(card)
  const holder = useHolder(card)
  useGoingOn(cards.length === 1 ? card : picked)
  return (
    <View className="page-col split">
      <View className="page-col split-a">
        {aim && cards.length > 1 ? <Heading words={k.card.which} /> : <Statement card={card} {...asked} />}
        <CardChoice cards={cards} chosen={card} onChoose={setChosen} />
        <CardObject faces={facesOf(card)} bank={bank.name} holder={holder} />
        {isBankToTell(card) && <BankTask card={card} />}
        <Link words={k.card.all} onTap={() => void go('card', { cardId: card.cardId })} />
      </View>
      <View className="page-col split-b">
        <Tiles tiles={tilesOf(card)} main={mainOf(card)} onChoose={(tile) => open(tile, card)} />
      </View>
    </View>
  )
}

/** Home of whoever's ID card was read: how their card is, and what can be done. */
export const MyCards = () => {
  const { k } = useKioskCopy()
  const query = useCards()
  return (
    <TerminalScreen title={k.card.title}>
      <Answered query={query} hotline={useHotline()} bones={['line', 'card', 'cell', 'card']}>
        {([first, ...rest]) => first ? <Mine cards={[first, ...rest]} checkedAt={query.checkedAt ?? 0} refresh={query.retry} /> : <NoCards />}
      </Answered>
    </TerminalScreen>
  )
}
