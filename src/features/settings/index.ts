import { useMemo } from 'react'
import { reducedMotion } from '@/platform/reduced-motion'
import { useStore } from '../store'
import { change, settings, type Kept } from './store'

export type Mode = Kept['mode']
export type Language = Kept['language']

export interface Settings extends Kept {
  /** The system's. */
  readonly theme: 'light' | 'dark'
  /** The system's font size as a factor of its normal one. */
  readonly fontScale: number
  readonly reducedMotion: boolean
  readonly setMode: (mode: Mode) => void
  readonly setLanguage: (language: Language) => void
}

const setMode = (mode: Mode) => change({ mode })
const setLanguage = (language: Language) => change({ language })

/** How the citizen, and the system, want every screen to be. */
export const useSettings = (): Settings => {
  const kept = useStore(settings)
  return useMemo(() => ({ ...kept, reducedMotion: reducedMotion(), setMode, setLanguage }), [kept])
}
