import Taro from '@tarojs/taro'

/** Tells when the app comes back to the front; the answer ends it. */
export const onAppShow = (listener: () => void): (() => void) => {
  const heard = () => listener()
  Taro.onAppShow(heard)
  return () => Taro.offAppShow(heard)
}
