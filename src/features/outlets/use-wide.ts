import { useSyncExternalStore } from 'react'
import { isWide, onWideChange } from '@/platform/wide'

/** Whether list and map have room side by side. */
export const useWide = (): boolean => useSyncExternalStore(onWideChange, isWide, isWide)
