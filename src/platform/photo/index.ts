import Taro from '@tarojs/taro'
import { readPhoto } from './read'
import { widest, type NoPhoto, type Photo } from './types'

export { choosePhoto } from './choose'
export type { NoPhoto, Photo } from './types'

/** Looks at a chosen photo, and makes it a JPEG that is small enough to be sent. */
export const lookAtPhoto = (path: string): Promise<Photo | { readonly no: NoPhoto }> =>
  readPhoto(path, async (src, quality) => (await Taro.compressImage({ src, quality, compressedWidth: widest })).tempFilePath)
