import { useRef, useState } from 'react'
import { refusedBy, type Refused } from './ask'
import { useGone } from './gone'

/** Reads something when asked to, once at a time, and keeps why it could not. */
export const useReading = <Read>(read: () => Promise<Read>, onRead: (read: Read) => void) => {
  const under = useRef(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const gone = useGone()
  const fail = (thrown: unknown) => {
    const failure = refusedBy(thrown).asReading()
    return failure.code === 'notSignedIn' ? gone() : setRefused(failure)
  }
  const start = () => {
    if (under.current) return
    under.current = true
    setBusy(true)
    setRefused(undefined)
    read().then(onRead, fail).finally(() => {
      under.current = false
      setBusy(false)
    })
  }
  return { busy, refused, start }
}
