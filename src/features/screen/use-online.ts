import { useEffect, useState } from 'react'
import { isOnline, onNetworkChange } from '@/platform/network'

/** Whether the phone has a network, as far as it says. */
export const useOnline = (): boolean => {
  const [online, setOnline] = useState(true)
  useEffect(() => {
    let here = true
    void isOnline().then((now) => here && setOnline(now))
    const end = onNetworkChange(setOnline)
    return () => {
      here = false
      end()
    }
  }, [])
  return online
}
