import { useEffect, useState } from 'react'

const minute = 60_000

/**
 * The time in ms, anew each minute and at `until`; `onUntil` is told then, so that what has lapsed is shown as lapsed.
 */
export const useNow = (until?: number, onUntil?: () => void): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const isOpen = until !== undefined && until > now
    const wait = Math.max(0, isOpen ? Math.min(minute, until - now) : minute)
    const timer = setTimeout(() => {
      const later = Date.now()
      setNow(later)
      if (isOpen && later >= until) onUntil?.()
    }, wait)
    return () => clearTimeout(timer)
  }, [now, until, onUntil])
  return now
}
