import Taro from '@tarojs/taro'
import type { NoPhoto } from './types'

/** WeChat says so in words, Alipay by a number. */
const isCancelled = (cause: unknown): boolean => /cancel|取消|"error":11\b/.test(JSON.stringify(cause) ?? '')

/** One photo of the album or the camera, as a path on the phone. */
export const choosePhoto = async (): Promise<string | { readonly no: NoPhoto }> => {
  try {
    const { tempFilePaths: [path] } = await Taro.chooseImage({ count: 1, sizeType: ['original'], sourceType: ['album', 'camera'] })
    // a browser answers with none where it cannot show what was chosen
    return path ?? { no: 'notPhoto' }
  } catch (cause) {
    return { no: isCancelled(cause) ? 'cancelled' : 'refused' }
  }
}
