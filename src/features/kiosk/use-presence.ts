import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { onTouched } from '@/platform/kiosk/presence'
import { idleAfter, presenceAt } from './presence'

export interface Asked {
  readonly why: 'idle' | 'removed'
  readonly secondsLeft: number
}

interface PresenceSettings {
  /** Nothing was begun, so that there is nobody to ask. */
  readonly isUntouched: () => boolean
  /** Something is under way whose result is to be seen first. */
  readonly isBusy: () => boolean
  readonly onGone: () => void
}

/** Milliseconds after the last touch for which something under way is waited for: no answer at all must not keep a screen open. */
const waitAtMost = 180_000
const everySecond = 1000

/** Counts since the last touch; asks whether anyone is there, and tells when nobody is. While it asks, only an answer counts. */
export const usePresence = ({ isUntouched, isBusy, onGone }: PresenceSettings) => {
  const [asked, setAsked] = useState<Asked>()
  const at = useRef({ touched: Date.now(), from: Date.now(), why: 'idle' as Asked['why'], asks: false })
  const told = useRef(onGone)
  useEffect(() => { told.current = onGone })

  const stay = useCallback(() => {
    at.current = { touched: Date.now(), from: Date.now(), why: 'idle', asks: false }
    setAsked(undefined)
  }, [])

  const tick = useCallback(() => {
    const now = Date.now()
    const { touched, why, asks } = at.current
    if (!asks && (isUntouched() || (isBusy() && now - touched < waitAtMost))) at.current.from = now
    const presence = presenceAt(now, at.current.from)
    at.current.asks = presence.is === 'asked'
    setAsked(presence.is === 'asked' ? { why, secondsLeft: presence.secondsLeft } : undefined)
    if (presence.is !== 'gone') return
    stay()
    told.current()
  }, [isBusy, isUntouched, stay])

  /** Asks at once, unless something is under way. */
  const askRemoved = useCallback(() => {
    if (isBusy()) return
    Object.assign(at.current, { from: Date.now() - idleAfter, why: 'removed', asks: true })
    tick()
  }, [isBusy, tick])

  useEffect(() => {
    const timer = setInterval(tick, everySecond)
    const end = onTouched(() => at.current.asks || stay())
    return () => {
      clearInterval(timer)
      end()
    }
  }, [stay, tick])

  return useMemo(() => ({ asked, stay, askRemoved }), [asked, stay, askRemoved])
}
