import { isPhone } from './phone'

/** A component that is being drawn for the first time drops the focus again; after so many frames it stands. */
const framesToWatch = 20

/** In the browser, moves the keyboard into what has opened; the answer gives it back. A phone's own reader does so by itself. */
export const moveFocusInto = (selector: string): (() => void) => {
  if (isPhone) return () => {}
  const before = document.activeElement
  let frame = 0
  const watch = (framesLeft: number): void => {
    const { activeElement, body } = document
    if (activeElement === before || activeElement === body) document.querySelector<HTMLElement>(`${selector} [tabindex]`)?.focus()
    if (framesLeft > 0) frame = requestAnimationFrame(() => watch(framesLeft - 1))
  }
  watch(framesToWatch)
  return () => {
    cancelAnimationFrame(frame)
    if (before instanceof HTMLElement) before.focus()
  }
}
