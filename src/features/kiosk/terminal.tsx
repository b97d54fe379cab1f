import { useEffect, type PropsWithChildren } from 'react'
import { CopyProvider } from '../settings/copy-provider'
import { useStore } from '../store'
import { askPlace, place } from './place'
import { Watch } from './watch'

/** Milliseconds after which it is asked again what this browser is. */
const again = 3_000

/** Every browser asks what it is before it shows anything; a terminal is looked after from then on. */
export const Terminal = ({ children }: PropsWithChildren) => {
  const at = useStore(place)
  useEffect(() => void askPlace(), [])
  useEffect(() => {
    if (at.is !== 'unanswered') return undefined
    const timer = setTimeout(() => void askPlace(), again)
    return () => clearTimeout(timer)
  }, [at])
  return (
    <>
      {children}
      {at.is === 'terminal' && <CopyProvider><Watch /></CopyProvider>}
    </>
  )
}
