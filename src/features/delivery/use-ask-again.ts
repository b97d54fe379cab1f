import { onlineManager } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onAppShow } from '@/platform/app-visibility'

/** Milliseconds before each next try; after the last it waits for the app to be shown, the network to come back, or a tap. */
const waits = [0, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000]

/** While something is in doubt (`tries` is a number), has it asked again: by and by, and whenever an answer has become likelier. */
export const useAskAgain = (tries: number | undefined, ask: () => void): void => {
  useEffect(() => {
    if (tries === undefined) return
    const wait = waits[tries]
    const timer = wait === undefined ? undefined : setTimeout(ask, wait)
    const stops = [onAppShow(ask), onlineManager.subscribe((online) => online && ask()), () => clearTimeout(timer)]
    return () => stops.forEach((stop) => stop())
  }, [tries, ask])
}
