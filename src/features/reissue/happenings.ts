import type { CardOnWire } from '@/contract'
import { reissueReasons, type ReissueReason } from '@/domain/reissue/words'
import { go } from '@/platform/navigation'

/** What people come with, in three groups: read from the top, each is one row. */
export const groups = [
  { group: 'gone', rows: ['lost', 'found'] },
  { group: 'broken', rows: ['damaged', 'defaced', 'expired', 'abnormal', 'newCard'] },
  { group: 'changed', rows: ['detailsChanged', 'bankChanged', 'movedProvince', 'oldMedicalCard'] },
] as const

export type Group = (typeof groups)[number]
export type Happening = Group['rows'][number]

export const isReason = (text: string): text is ReissueReason => reissueReasons.some((reason) => reason === text)

/** A question of its own, where the way on depends on more than what happened. */
export type FurtherQuestion = 'lost' | 'state'

/** The new card of the same person, where it waits to be activated. */
const newCardOf = (card: CardOnWire, cards: readonly CardOnWire[]): CardOnWire | undefined =>
  [card, ...cards].find(({ socialSecurity, holder }) => socialSecurity.state === 'notActivated' && holder.relation === card.holder.relation && holder.maskedName === card.holder.maskedName)

/** Opens the way on; or gives the question that comes first. */
export const follow = (happening: Happening, card: CardOnWire, cards: readonly CardOnWire[]): FurtherQuestion | undefined => {
  const { cardId, socialSecurity: { state } } = card
  if (happening === 'lost' && state !== 'formallyLost') return 'lost'
  if (isReason(happening)) return void go('reissue', { cardId, reason: happening })
  if (happening === 'found') return void go('release', { cardId })
  const fresh = happening === 'newCard' ? newCardOf(card, cards) : undefined
  return fresh ? void go('activate', { cardId: fresh.cardId }) : 'state'
}
