import { useCallback, useState } from 'react'
import type { CardOnWire, DataOf, FoundOutletOnWire, PointOnWire, RequestOf } from '@/contract'
import { serviceKinds } from '@/domain/outlet-plan'
import { coordinates } from '@/platform/location'
import { send } from '../client'
import { keepDistrict, keptDistrict } from '../outlets/district-store'
import { usePlace, type Place } from '../outlets/use-place'
import type { District } from '../outlets/wishes'
import { usePaged, type Paged } from '../paged'

interface HandingOut {
  readonly outlets: readonly FoundOutletOnWire[]
  /** Whether the city has a list at all. */
  readonly listed: boolean
}

export interface Handing {
  readonly found: Paged<HandingOut>
  readonly place: Place
  /** Where the citizen is, once they said so. */
  readonly own: PointOnWire | undefined
  readonly district: District | undefined
  readonly choose: (district: District | undefined) => void
}

/** How many come at once. */
const limit = 8

const handingOut = (pages: readonly DataOf<'outlets/search'>[]): HandingOut => ({
  outlets: pages.flatMap(({ outlets }) => outlets),
  listed: pages.some(({ list }) => list !== undefined),
})

/** The service outlets that make new cards and hand them out: the nearest first where the place is known, else in one district or all. */
export const useHanding = ({ city }: CardOnWire): Handing => {
  const [district, setDistrict] = useState(() => keptDistrict(city))
  // near is across districts; the remembered one stays for next time
  const onKnown = useCallback(() => setDistrict(undefined), [])
  const place = usePlace(city, onKnown)
  const own = place.state.step === 'known' ? place.state.own : undefined
  const request: RequestOf<'outlets/search'> = {
    city, limit, kind: [...serviceKinds], capability: ['reissue', 'collect'], system: coordinates,
    ...(own && { near: own }),
    ...(district && { district: district.code }),
  }
  const choose = (next: District | undefined) => {
    keepDistrict(city, next)
    setDistrict(next)
  }
  const found = usePaged({ name: 'outlets/search', request, ask: (from) => send('outlets/search', { ...request, ...from }), shown: handingOut })
  return { found, place, own, district, choose }
}
