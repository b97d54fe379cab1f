import { Cell } from '@/components/cell'
import { useFamilyCopy } from '@/copy/family'
import { go } from '@/platform/navigation'
import { useCards } from '../card'

/** One tap to a card of someone else's: its number's end and how it is, as far as they are known. */
export const CardCell = ({ cardId }: { readonly cardId: string }) => {
  const { t, f } = useFamilyCopy()
  const card = useCards().data?.find((one) => one.cardId === cardId)
  const second = card && f.cardOf(t.words.tail(card.maskedNumber.slice(-4)), t.badges.socialSecurity[card.socialSecurity.state])
  return <Cell icon="card" title={f.seeCard} second={second} onTap={() => void go('card', { cardId })} />
}
