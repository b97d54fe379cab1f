/** A component that is being drawn for the first time drops the focus again; after so many frames it stands. */
const framesToWatch = 20

/** Tab goes round among what has opened, wherever a click has put the focus meanwhile. */
const goRound = (selector: string) => (event: KeyboardEvent): void => {
  if (event.key !== 'Tab') return
  const all = [...document.querySelectorAll<HTMLElement>(`${selector} [tabindex], ${selector} input`)]
  const at = all.findIndex((one) => one === document.activeElement)
  const edge = event.shiftKey ? 0 : all.length - 1
  if (at !== -1 && at !== edge) return
  event.preventDefault()
  all[event.shiftKey ? all.length - 1 : 0]?.focus()
}

/** In the browser, moves the keyboard into what has opened and keeps it there; the answer gives it back. */
export const moveFocusInto = (selector: string): (() => void) => {
  const round = goRound(selector)
  document.addEventListener('keydown', round)
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
    document.removeEventListener('keydown', round)
    if (before instanceof HTMLElement) before.focus()
  }
}
