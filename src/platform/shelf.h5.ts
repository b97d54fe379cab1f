import Taro from '@tarojs/taro'
import { isTerminal } from './terminal'

const memory = new Map<string, unknown>()

/** Where a browser keeps things. A terminal keeps them in memory only, so that a power cut leaves nothing of anyone. */
export const shelf = {
  get: (key: string): unknown => (isTerminal() ? memory.get(key) : Taro.getStorageSync(key)),
  set: (key: string, value: object): void => (isTerminal() ? void memory.set(key, value) : Taro.setStorageSync(key, value)),
  remove: (key: string): void => (isTerminal() ? void memory.delete(key) : Taro.removeStorageSync(key)),
  keys: (): readonly string[] => (isTerminal() ? [...memory.keys()] : Taro.getStorageInfoSync().keys),
}
