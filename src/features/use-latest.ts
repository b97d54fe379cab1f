import { useCallback, useRef, useState } from 'react'

/** State whose newest value can be read before the next render: it is what a second tap must see. */
export const useLatest = <State>(initial: State | (() => State)) => {
  const [shown, show] = useState(initial)
  const latest = useRef(shown)
  const set = useCallback((next: State) => {
    latest.current = next
    show(next)
  }, [])
  return { shown, latest, set }
}
