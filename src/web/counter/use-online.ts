import { useSyncExternalStore } from 'react'

const signs = ['online', 'offline'] as const

const listen = (onChange: () => void): (() => void) => {
  for (const sign of signs) window.addEventListener(sign, onChange)
  return () => { for (const sign of signs) window.removeEventListener(sign, onChange) }
}

/** Whether the browser has a network at all. */
export const useOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine)
