import { Choice } from '@/components/choice'
import { Subheading } from '@/components/heading'
import type { CardOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { whoseOf } from './use-holder'

interface CardChoiceProps {
  readonly cards: readonly CardOnWire[]
  readonly chosen: CardOnWire
  readonly onChoose: (cardId: string) => void
}

/** Which of several cards; nothing where there is one. */
export const CardChoice = ({ cards, chosen, onChoose }: CardChoiceProps) => {
  const { t } = useCopy()
  if (cards.length < 2) return null
  const options = cards.map((card) => ({
    value: card.cardId,
    words: `${card.holder.maskedName} · ${t.words.tail(card.maskedNumber.slice(-4))}`,
    second: [whoseOf(card, t), t.badges.socialSecurity[card.socialSecurity.state]].filter(Boolean).join(' · '),
  }))
  return (
    <>
      <Subheading words={t.card.choose} />
      <Choice label={t.card.choose} options={options} chosen={chosen.cardId} onChoose={onChoose} />
    </>
  )
}
