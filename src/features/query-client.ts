import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query'
import { onAppShow } from '@/platform/app-visibility'
import { isOnline, onNetworkChange } from '@/platform/network'

/** Milliseconds for which an answer is fresh enough to open another page with. */
const freshFor = 10_000

/** Questions are asked again when the app is shown, when the network comes back and when someone taps; never behind their back. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: freshFor, refetchOnWindowFocus: 'always', refetchOnReconnect: 'always' } },
  })

/** Looks whether there is a network, and lets what waits for one go on. */
export const lookForNetwork = async (): Promise<void> => onlineManager.setOnline(await isOnline())

/** Tells the query library what a phone knows of being shown and of the network: its own browser events never fire there. */
export const wirePlatform = (): void => {
  focusManager.setEventListener((shown) => onAppShow(() => shown()))
  onlineManager.setEventListener((online) => onNetworkChange(online))
  void lookForNetwork()
}
