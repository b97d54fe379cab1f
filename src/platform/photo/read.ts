import Taro from '@tarojs/taro'
import { isSmall, qualities, type NoPhoto, type Photo } from './types'

/** Makes a photo a JPEG of a quality (percent), no wider than need be, and gives its path. */
export type Compress = (path: string, quality: number) => Promise<string>

const base64Of = (filePath: string): Promise<string> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({ filePath, encoding: 'base64', success: ({ data }) => resolve(String(data)), fail: reject })
  })

/** A phone that tells how the camera was held measures the picture as it lay. */
const sizeOf = async (src: string): Promise<{ readonly width: number; readonly height: number }> => {
  const { width, height, orientation = '' } = await Taro.getImageInfo({ src })
  return /left|right/.test(orientation) ? { width: height, height: width } : { width, height }
}

const smallest = async (path: string, compress: Compress): Promise<Photo | { readonly no: NoPhoto }> => {
  for (const quality of qualities) {
    const small = await compress(path, quality)
    const base64 = await base64Of(small)
    if (isSmall(base64)) return { path, base64, ...(await sizeOf(small)), background: 'unknown' }
  }
  return { no: 'heavy' }
}

/** Reads a photo that a phone has, made small enough to be sent. */
export const readPhoto = async (path: string, compress: Compress): Promise<Photo | { readonly no: NoPhoto }> => {
  try {
    return await smallest(path, compress)
  } catch {
    return { no: 'notPhoto' }
  }
}
