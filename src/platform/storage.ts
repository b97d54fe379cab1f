import Taro from '@tarojs/taro'

/** What was kept under a key, unchecked; undefined when nothing was, or when storage cannot be read. */
export const read = (key: string): unknown => {
  try {
    const kept: unknown = Taro.getStorageSync(key)
    return kept === '' || kept === null ? undefined : kept
  } catch {
    return undefined
  }
}

/** Keeps a value that JSON can carry. A full or forbidden storage must not stop a citizen, so a failure is swallowed. */
export const write = (key: string, value: object): void => {
  try {
    Taro.setStorageSync(key, value)
  } catch {
    return
  }
}

export const remove = (key: string): void => {
  try {
    Taro.removeStorageSync(key)
  } catch {
    return
  }
}

/** Forgets everything that was kept on this phone but under this one key. */
export const removeAllBut = (key: string): void => {
  try {
    Taro.getStorageInfoSync().keys.filter((kept) => kept !== key).forEach(remove)
  } catch {
    return
  }
}
