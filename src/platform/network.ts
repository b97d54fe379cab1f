import Taro from '@tarojs/taro'

/** Whether there is a network now. A platform that cannot say is taken to be online: the call itself will tell. */
export const isOnline = async (): Promise<boolean> => {
  try {
    const { networkType } = await Taro.getNetworkType()
    return networkType.toLowerCase() !== 'none'
  } catch {
    return true
  }
}

/** Tells at every change whether there is a network; the answer ends it. */
export const onNetworkChange = (tell: (online: boolean) => void): (() => void) => {
  const heard: Taro.onNetworkStatusChange.Callback = ({ isConnected }) => tell(isConnected)
  Taro.onNetworkStatusChange(heard)
  return () => Taro.offNetworkStatusChange(heard)
}
