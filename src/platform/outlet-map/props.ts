import type { PointOnWire } from '@/contract'

/** A place on a map: its number is its number in the list beside it. */
export interface MapPlace {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly open: boolean
  readonly point: PointOnWire
}

export interface MapWords {
  /** What all of it is, to who cannot see it. */
  readonly whole: string
  readonly you: string
  readonly some: (count: number) => string
  readonly label: (number: number, name: string, open: boolean) => string
  readonly cluster: (count: number, numbers: string) => string
  readonly distance: (metres: number) => string
  /** North, east, south, west. */
  readonly edges: readonly [string, string, string, string]
}

/** The same for every platform: a real map on phones, a drawing of directions and distances in the browser. */
export interface OutletMapProps {
  readonly places: readonly MapPlace[]
  readonly selected: string | undefined
  readonly own: PointOnWire | undefined
  readonly words: MapWords
  /** How large a target is, in CSS pixels. */
  readonly touch: 44 | 60
  readonly onSelect: (id: string) => void
}
