import { readPhoto } from './read'
import { widest, type NoPhoto, type Photo } from './types'

export { choosePhoto } from './choose'
export type { NoPhoto, Photo } from './types'

/** Alipay knows four levels, the higher the smaller. */
const levelOf = (quality: number): number => Math.min(3, Math.floor((100 - quality) / 25))

const compress = (path: string, quality: number): Promise<string> =>
  new Promise((resolve, reject) => {
    my.compressImage({ apFilePaths: [path], compressLevel: levelOf(quality), maxWidth: widest, success: ({ apFilePaths: [small = path] }) => resolve(small), fail: reject })
  })

export const lookAtPhoto = (path: string): Promise<Photo | { readonly no: NoPhoto }> => readPhoto(path, compress)
