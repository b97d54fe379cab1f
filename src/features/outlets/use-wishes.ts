import { useCallback, useEffect, useState } from 'react'
import type { City } from '../banks/city'
import { keepDistrict, keptDistrict } from './district-store'
import type { Need } from './found'
import type { District, Wishes } from './wishes'

/** Milliseconds after the last letter at which a search begins. */
const typingEnds = 350

export interface WishesState {
  readonly wishes: Wishes
  /** What stands in the search field; the wish follows when the typing ends. */
  readonly typed: string
  readonly change: (next: Partial<Wishes>) => void
  readonly chooseDistrict: (district: District | undefined) => void
  readonly type: (text: string) => void
  /** Searches at once, for a keyboard's own search key. */
  readonly confirm: () => void
}

/** What the citizen wants to see, beginning with what the page was opened for and the district chosen last. */
export const useWishes = (city: City, need: Need): WishesState => {
  const [wishes, setWishes] = useState<Wishes>(() => ({ need, openNow: false, myBank: false, district: keptDistrict(city), words: '' }))
  const [typed, type] = useState('')
  const change = useCallback((next: Partial<Wishes>) => {
    setWishes((before) => ({ ...before, ...next }))
    if (next.words !== undefined) type(next.words)
  }, [])
  const chooseDistrict = useCallback((district: District | undefined) => {
    keepDistrict(city, district)
    change({ district })
  }, [city, change])
  const confirm = useCallback(() => change({ words: typed }), [change, typed])
  useEffect(() => {
    if (typed === wishes.words) return
    const timer = setTimeout(confirm, typingEnds)
    return () => clearTimeout(timer)
  }, [typed, wishes.words, confirm])
  return { wishes, typed, change, chooseDistrict, type, confirm }
}
