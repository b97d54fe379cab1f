import type { ComponentProps } from 'react'
import type { Map } from '@tarojs/components'
import type { PointOnWire } from '@/contract'
import target from '../target.png'
import type { Mark } from './clusters'
import type { MapWords } from './props'

type Markers = NonNullable<ComponentProps<typeof Map>['markers']>
type Marker = Markers[number]

/** The map's own colours: a map is drawn in daylight whatever the theme. */
const [malachite, white, slate, azurite, ink] = ['#17694A', '#FFFFFF', '#33434D', '#175A80', '#14222B']
/** No citizen's place has a number of the list. */
const ownId = 0

interface Badge {
  readonly content: string
  readonly color: string
  readonly bgColor: string
  readonly borderColor: string
  readonly borderRadius: number
}

/** Neither platform draws a picture from data on a phone, so a marker is an empty target with its badge as a label. */
const markerAt = (id: number, point: PointOnWire, badge: Badge, touch: number, on: boolean, ariaLabel: string): Marker => {
  const half = badge.content.length * 5 + 8
  return {
    id, ...point, iconPath: target, width: touch, height: touch, anchor: { x: 0.5, y: 0.5 }, ariaLabel, zIndex: on ? 2 : 1,
    label: { ...badge, fontSize: on ? 18 : 16, anchorX: -half, anchorY: -16, borderWidth: on ? 3 : 2, padding: 6, textAlign: 'center' },
  }
}

/** Round and green is open, square and white is not; several together are blue and say how many. */
const badgeOf = ({ places }: Mark, words: MapWords): Badge => {
  const [first, second] = places
  if (second) return { content: words.some(places.length), color: white, bgColor: azurite, borderColor: white, borderRadius: 16 }
  const content = String(first?.number ?? '')
  return first?.open
    ? { content, color: white, bgColor: malachite, borderColor: white, borderRadius: 16 }
    : { content, color: slate, bgColor: white, borderColor: slate, borderRadius: 4 }
}

const labelOf = ({ places }: Mark, words: MapWords): string => {
  const [first, second] = places
  if (second || !first) return words.cluster(places.length, places.map(({ number }) => number).join(' '))
  return words.label(first.number, first.name, first.open)
}

export const markerOf = (mark: Mark, words: MapWords, touch: number, selected: string | undefined): Marker => {
  const on = mark.places.some(({ id }) => id === selected)
  const badge = badgeOf(mark, words)
  return markerAt(mark.id, mark.point, on ? { ...badge, borderColor: ink } : badge, touch, on, labelOf(mark, words))
}

export const ownMarker = (own: PointOnWire, { you }: MapWords, touch: number): Marker =>
  markerAt(ownId, own, { content: you, color: white, bgColor: ink, borderColor: white, borderRadius: 16 }, touch, false, you)
