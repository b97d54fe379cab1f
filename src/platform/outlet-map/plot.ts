import type { PointOnWire } from '@/contract'
import { lengthOf, middleOf, offsetOf, type Offset } from './geometry'
import type { MapPlace } from './props'

/** Metres from ring to ring; three rings are drawn. */
const steps = [100, 300, 500, 1000, 2000, 3000, 5000, 10_000, 20_000, 50_000]
const rings = 3
/** Where the outermost ring lies, in hundredths of the drawing's width from its middle. */
export const outermost = 43
/** The narrowest drawing, in CSS pixels: targets that do not overlap there overlap nowhere. */
const narrowest = 288

/** Nothing is drawn nearer to the middle than this, where the citizen's own mark stands. */
const nearest = 12

/** One target of the drawing: a place, or several that would overlap. */
export interface Target {
  readonly places: readonly [MapPlace, ...MapPlace[]]
  /** Hundredths of the drawing, from its left and upper edge. */
  readonly left: number
  readonly top: number
}

export interface Plot {
  readonly targets: readonly Target[]
  /** Metres from ring to ring. */
  readonly step: number
}

/** Which part of what was found the rings hold at least: one place far away must not press all others together. */
const held = 0.75

/** The rings for these distances; what lies farther is drawn on the outermost. */
const stepFor = (distances: readonly number[]): number => {
  const reach = [...distances].sort((a, b) => a - b)[Math.ceil(distances.length * held) - 1] ?? 0
  return steps.find((step) => step * rings >= reach) ?? 50_000
}

const distance = (a: Target, b: Target): number => Math.hypot(a.left - b.left, a.top - b.top)

/** Places in their order; each joins the first target that it would overlap. */
const merged = (targets: readonly Target[], tooNear: number): readonly Target[] =>
  targets.reduce<readonly Target[]>((found, target) => {
    const near = found.find((one) => distance(one, target) < tooNear)
    if (!near) return [...found, target]
    return found.map((one) => (one === near ? { ...one, places: [...one.places, ...target.places] } : one))
  }, [])

const here: Offset = { east: 0, north: 0 }

/** How far from the middle to draw what lies so many times the outermost ring away. */
const radius = (reach: number, isOwn: boolean): number => Math.min(outermost, Math.max(isOwn ? nearest : 0, reach * outermost))

/** Where to draw what was found: north up, around `own`, or around the middle of what was found. */
export const plotOf = (places: readonly MapPlace[], own: PointOnWire | undefined, touch: number): Plot => {
  if (places.length === 0) return { targets: [], step: 1000 }
  const centre = own ?? middleOf(places.map(({ point }) => point))
  const offsets = places.map(({ point }) => offsetOf(point, centre))
  const step = stepFor(offsets.map(lengthOf))
  const targets = places.map((place, index): Target => {
    const offset = offsets[index] ?? here
    const far = radius(lengthOf(offset) / (step * rings), own !== undefined)
    const angle = Math.atan2(offset.east, offset.north)
    return { places: [place], left: 50 + far * Math.sin(angle), top: 50 - far * Math.cos(angle) }
  })
  return { targets: merged(targets, (touch / narrowest) * 100), step }
}

/** Which place a tap on a target means: where several stand together, the one after the chosen one. */
export const nextIn = ({ places }: Target, selected: string | undefined): MapPlace => {
  const at = places.findIndex(({ id }) => id === selected)
  return places[(at + 1) % places.length] ?? places[0]
}
