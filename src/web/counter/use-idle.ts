import { useEffect, useRef } from 'react'

const signs = ['pointerdown', 'keydown'] as const

/** Tells once nobody has touched the page for so long (ms), while it is on. */
export const useIdle = (ms: number, isOn: boolean, onIdle: () => void): void => {
  const idle = useRef(onIdle)
  useEffect(() => { idle.current = onIdle })
  useEffect(() => {
    if (!isOn) return undefined
    let timer = window.setTimeout(() => idle.current(), ms)
    const again = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => idle.current(), ms)
    }
    for (const sign of signs) window.addEventListener(sign, again)
    return () => {
      window.clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, again)
    }
  }, [isOn, ms])
}
