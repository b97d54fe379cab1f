import { isPhone } from './phone'

/** In the browser, moves the keyboard into what has opened; the answer gives it back. A phone's own reader does so by itself. */
export const moveFocusInto = (selector: string): (() => void) => {
  if (isPhone) return () => {}
  const before = document.activeElement
  document.querySelector<HTMLElement>(`${selector} [tabindex]`)?.focus()
  return () => {
    if (before instanceof HTMLElement) before.focus()
  }
}
