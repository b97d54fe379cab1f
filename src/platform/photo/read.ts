import Taro from '@tarojs/taro'
import { isSmall, qualities, type NoPhoto, type Photo } from './types'

/** Makes a photo a JPEG of a quality (percent) and gives its path. */
export type Compress = (path: string, quality: number) => Promise<string>

const base64Of = (filePath: string): Promise<string> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({ filePath, encoding: 'base64', success: ({ data }) => resolve(String(data)), fail: reject })
  })

const smallest = async (path: string, compress: Compress): Promise<string | undefined> => {
  for (const quality of qualities) {
    const base64 = await base64Of(await compress(path, quality))
    if (isSmall(base64)) return base64
  }
  return undefined
}

/** Reads a photo that a phone has, made small enough to be sent; a phone that turned it by its camera's word is believed. */
export const readPhoto = async (path: string, compress: Compress): Promise<Photo | { readonly no: NoPhoto }> => {
  try {
    const { width, height, orientation = '' } = await Taro.getImageInfo({ src: path })
    const lies = /left|right/.test(orientation)
    const base64 = await smallest(path, compress)
    return base64 === undefined
      ? { no: 'heavy' }
      : { path, base64, width: lies ? height : width, height: lies ? width : height, background: 'unknown' }
  } catch {
    return { no: 'notPhoto' }
  }
}
