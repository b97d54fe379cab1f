/** Whether the browser has a network now. Taro asks an API for it that few browsers have, so the window is asked itself. */
export const isOnline = async (): Promise<boolean> => navigator.onLine

/** Tells at every change whether there is a network; the answer ends it. */
export const onNetworkChange = (tell: (online: boolean) => void): (() => void) => {
  const on = () => tell(true)
  const off = () => tell(false)
  window.addEventListener('online', on)
  window.addEventListener('offline', off)
  return () => {
    window.removeEventListener('online', on)
    window.removeEventListener('offline', off)
  }
}
