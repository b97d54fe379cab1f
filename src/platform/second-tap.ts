/** What a tap says: a phone where it was, a browser how many there were in a row. */
export interface TapEvent {
  readonly detail?: number | { readonly x?: number; readonly y?: number } | null
}

const within = { ms: 300, px: 12 }
let last = { at: 0, x: 0, y: 0 }

/** Whether it is the second of a double tap, which would hit what has come up under the finger meanwhile: a consent not read, a way back. */
export const isSecondTap = ({ detail }: TapEvent): boolean => {
  if (typeof detail === 'number') return detail > 1
  const { x, y } = detail ?? {}
  if (x === undefined || y === undefined) return false
  const before = last
  last = { at: Date.now(), x, y }
  return last.at - before.at < within.ms && Math.hypot(x - before.x, y - before.y) < within.px
}
