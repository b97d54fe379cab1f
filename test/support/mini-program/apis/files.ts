import type { Fields } from '../platform'
import { ApiFailure, asyncApis, textOf, type Options } from './callbacks'
import type { ApiContext, Apis } from './context'

const folder = 'http://usr'
const ofAlbum = 'http://tmp/photo.jpg'

/** The phone's files, the photo that is chosen and the viewer of documents. What was written or shown stands among the journal's calls. */
export function fileApis(context: ApiContext): Apis {
  const { device, platform } = context
  const files = new Map<string, string>()
  const photoOr = () => {
    if (!device.photo) throw new ApiFailure('cancel', { error: 11 })
    return device.photo
  }
  const choose = () => {
    files.set(ofAlbum, photoOr().base64)
    return { [platform === 'alipay' ? 'apFilePaths' : 'tempFilePaths']: [ofAlbum] }
  }
  const mustExist = ({ filePath, src }: Options): string => {
    const found = files.get(textOf(filePath ?? src))
    if (found === undefined) throw new ApiFailure('no such file')
    return found
  }
  const manager: Fields = asyncApis(context, {
    writeFile: ({ filePath, data }) => void files.set(textOf(filePath), textOf(data)),
    readFile: (options) => ({ data: mustExist(options) }),
    unlink: ({ filePath }) => void files.delete(textOf(filePath)),
  })
  return {
    env: { USER_DATA_PATH: folder },
    getFileSystemManager: () => manager,
    ...asyncApis(context, {
      chooseImage: choose,
      compressImage: () => (platform === 'alipay' ? { apFilePaths: [ofAlbum] } : { tempFilePath: ofAlbum }),
      getImageInfo: () => ({ width: photoOr().width, height: photoOr().height, orientation: 'up' }),
      openDocument: (options) => void mustExist(options),
    }),
  }
}
