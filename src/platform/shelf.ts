import Taro from '@tarojs/taro'

/** Where a phone keeps things. */
export const shelf = {
  get: (key: string): unknown => Taro.getStorageSync(key),
  set: (key: string, value: object): void => Taro.setStorageSync(key, value),
  remove: (key: string): void => Taro.removeStorageSync(key),
  keys: (): readonly string[] => Taro.getStorageInfoSync().keys,
}
