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

const ways: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** Arrows go from one answer of a question to the next, and round. */
const goAlong = (selector: string) => (event: KeyboardEvent): void => {
  const way = ways[event.key]
  const all = [...document.querySelectorAll<HTMLElement>(`${selector} [role=radio]`)]
  const at = all.findIndex((one) => one === document.activeElement)
  if (way === undefined || at === -1) return
  event.preventDefault()
  all[(at + way + all.length) % all.length]?.focus()
}

/** What the keyboard begins at: the answer that is chosen, else whatever comes first. */
const firstIn = (selector: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`${selector} [role=radio][aria-checked=true]`) ?? document.querySelector<HTMLElement>(`${selector} [tabindex]`)

/** In the browser, moves the keyboard into what has opened and keeps it there; the answer gives it back. */
export const moveFocusInto = (selector: string): (() => void) => {
  const keys = [goRound(selector), goAlong(selector)]
  for (const key of keys) document.addEventListener('keydown', key)
  const before = document.activeElement
  let frame = 0
  const watch = (framesLeft: number): void => {
    const { activeElement, body } = document
    if (activeElement === before || activeElement === body) firstIn(selector)?.focus()
    if (framesLeft > 0) frame = requestAnimationFrame(() => watch(framesLeft - 1))
  }
  watch(framesToWatch)
  return () => {
    cancelAnimationFrame(frame)
    for (const key of keys) document.removeEventListener('keydown', key)
    if (before instanceof HTMLElement) before.focus()
  }
}
