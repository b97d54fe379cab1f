import type { CardOnWire, DataOf } from '@/contract'
import { useQuestion, type QueryLike } from '../query'

const cardsOf = ({ cards }: DataOf<'card/list'>): readonly CardOnWire[] => cards

/** The cards of whoever is signed in, their children's too, with their states at the time of the answer. */
export const useCards = (): QueryLike<readonly CardOnWire[]> => useQuestion('card/list', {}, { select: cardsOf })

/** One card with its open report and its bank's hotline. */
export const useCard = (cardId: string): QueryLike<DataOf<'card/get'>> => useQuestion('card/get', { cardId })
