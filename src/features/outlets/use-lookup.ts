import { useCallback, useMemo, useState } from 'react'
import type { ParamsOf } from '@/platform/routes'
import { coordinates } from '@/platform/location'
import { cityFrom } from '../banks/city'
import { useCards } from '../card'
import { session } from '../session/store'
import { useStore } from '../store'
import { useFound, type FoundPages } from './use-found'
import { usePlace, type Place } from './use-place'
import { useWishes, type WishesState } from './use-wishes'
import { needFrom, questionOf, type Asker } from './wishes'

export type Sheet = 'need' | 'district' | 'filters' | 'place' | 'privacy'

export interface Lookup {
  readonly state: WishesState
  readonly asker: Asker
  readonly place: Place
  readonly pages: FoundPages
  /** What lies over the page. */
  readonly sheet: Sheet | undefined
  readonly open: (sheet: Sheet | undefined) => void
}

/** The place's own questions go before any other; without a place a district is asked for. */
const sheetOf = ({ state: { step } }: Place, opened: Sheet | undefined): Sheet | undefined => {
  if (step === 'asking') return 'place'
  if (step === 'consenting') return 'privacy'
  return step === 'missing' ? 'district' : opened
}

/** A stranger has no card here, whatever the page was opened with. */
const useCardOf = (id: string) => {
  const cardId = useStore(session) ? id : ''
  return { cardId, card: useCards().data?.find((card) => cardId !== '' && card.cardId === cardId) }
}

/** Everything the lookup of outlets stands on, from what its page was opened with. */
export const useLookup = (params: ParamsOf<'outlets'>): Lookup => {
  const { cardId, card } = useCardOf(params.cardId)
  const city = cityFrom(params.city || (card?.city ?? ''))
  const [opened, open] = useState<Sheet>()
  const state = useWishes(city, needFrom(params.need))
  const { wishes, change } = state
  // near is across districts; the remembered one stays for next time
  const onKnown = useCallback(() => {
    change({ district: undefined })
    open(undefined)
  }, [change])
  const place = usePlace(city, onKnown)
  const own = place.state.step === 'known' ? place.state.own : undefined
  const asker = useMemo<Asker>(() => ({ city, cardId, card, own, system: coordinates }), [city, cardId, card, own])
  const question = useMemo(() => questionOf(wishes, asker), [wishes, asker])
  return { state, asker, place, pages: useFound(question), sheet: sheetOf(place, opened), open }
}
