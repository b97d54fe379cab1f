import { isPhone } from './phone'

/** A new element takes no focus until the browser has drawn it once; after so many frames it is left alone. */
const framesToTry = 20

/** In the browser, moves the keyboard into what has opened; the answer gives it back. A phone's own reader does so by itself. */
export const moveFocusInto = (selector: string): (() => void) => {
  if (isPhone) return () => {}
  const before = document.activeElement
  let frame = 0
  const tryIt = (framesLeft: number): void => {
    const first = document.querySelector<HTMLElement>(`${selector} [tabindex]`)
    first?.focus()
    if (document.activeElement !== first && framesLeft > 0) frame = requestAnimationFrame(() => tryIt(framesLeft - 1))
  }
  tryIt(framesToTry)
  return () => {
    cancelAnimationFrame(frame)
    if (before instanceof HTMLElement) before.focus()
  }
}
