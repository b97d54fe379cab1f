const signs = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/** Tells at every sign that someone is there; the answer ends it. */
export const onTouched = (tell: () => void): (() => void) => {
  for (const sign of signs) window.addEventListener(sign, tell, { passive: true })
  return () => {
    for (const sign of signs) window.removeEventListener(sign, tell)
  }
}
