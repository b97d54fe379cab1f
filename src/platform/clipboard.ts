import Taro from '@tarojs/taro'

/** Puts a text on the clipboard; false where the platform forbids it. */
export const copyText = async (data: string): Promise<boolean> => {
  try {
    await Taro.setClipboardData({ data })
    return true
  } catch {
    return false
  }
}
