import { useCallback } from 'react'
import type { PointOnWire } from '@/contract'
import { policyOf } from '@/domain/policies'
import { locate } from '@/platform/location'
import { needsPrivacyConsent } from '@/platform/privacy'
import type { City } from '../banks/city'
import { useLatest } from '../use-latest'

export type MissingPlace = 'refused' | 'absent' | 'timedOut' | 'outside'

/** unknown → start() → asking → agree() → perhaps consenting → finding → known or missing. */
export type PlaceState =
  | { readonly step: 'unknown' | 'asking' | 'consenting' | 'finding' }
  | { readonly step: 'known'; readonly own: PointOnWire }
  | { readonly step: 'missing'; readonly why: MissingPlace }

export interface Place {
  readonly state: PlaceState
  /** The citizen wants what is near: asks first, and when the place is known already forgets it again. */
  readonly start: () => void
  readonly agree: () => void
  /** The platform's own notice was agreed to. */
  readonly consent: () => void
  readonly leave: () => void
}

const unknown: PlaceState = { step: 'unknown' }

/** A city's box is all of it and a little more: near enough for either system of coordinates. */
const isIn = (city: City, { latitude, longitude }: PointOnWire): boolean => {
  const box = policyOf(city).place.value?.box
  return !box || (longitude >= box.west && longitude <= box.east && latitude >= box.south && latitude <= box.north)
}

const placeIn = async (city: City): Promise<PlaceState> => {
  const here = await locate()
  if ('missing' in here) return { step: 'missing', why: here.missing }
  return isIn(city, here.point) ? { step: 'known', own: here.point } : { step: 'missing', why: 'outside' }
}

/** Where the citizen is, only when they ask for it; it lives as long as the page and is kept nowhere. */
export const usePlace = (city: City, onKnown: () => void): Place => {
  const { shown, latest, set } = useLatest<PlaceState>(unknown)
  const isAt = useCallback((step: PlaceState['step']) => latest.current.step === step, [latest])
  const find = useCallback(async () => {
    if (isAt('finding')) return
    set({ step: 'finding' })
    const found = await placeIn(city)
    // left meanwhile: an answer that nobody waits for is dropped
    if (!isAt('finding')) return
    set(found)
    if (found.step === 'known') onKnown()
  }, [city, isAt, set, onKnown])
  const agree = useCallback(async () => {
    if (!isAt('asking')) return
    if (!(await needsPrivacyConsent())) return find()
    if (isAt('asking')) set({ step: 'consenting' })
  }, [find, isAt, set])
  const start = useCallback(() => {
    const { step } = latest.current
    if (step === 'known') set(unknown)
    else if (step !== 'finding') set({ step: 'asking' })
  }, [latest, set])
  const leave = useCallback(() => set(unknown), [set])
  return { state: shown, start, agree: () => void agree(), consent: () => void find(), leave }
}
