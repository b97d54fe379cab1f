import Taro from '@tarojs/taro'

export type Saved = 'saved' | 'downloaded' | 'refused' | 'cancelled' | 'failed'

/** Always the same file, gone as soon as the album has it. */
const pathOf = (): string => `${Taro.env.USER_DATA_PATH ?? ''}/picture.png`

const write = (data: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const filePath = pathOf()
    Taro.getFileSystemManager().writeFile({ filePath, data, encoding: 'base64', success: () => resolve(filePath), fail: reject })
  })

const forget = (): void => {
  try {
    Taro.getFileSystemManager().unlink({ filePath: pathOf(), fail: () => undefined })
  } catch {
    return
  }
}

/** WeChat says in words why not; Alipay by a number: 15 and 2001, there is no leave for the album. */
const failedAs = (cause: unknown): Saved => {
  const said = JSON.stringify(cause) ?? ''
  if (/cancel/i.test(said)) return 'cancelled'
  return /auth|den(?:y|ied)|privacy|"error":(?:15|2001)\b/i.test(said) ? 'refused' : 'failed'
}

/** Saves a picture (PNG as base64) in the phone's album, for which the platform asks leave. */
export const savePicture = async (_name: string, picture: string): Promise<Saved> => {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: await write(picture) })
    return 'saved'
  } catch (cause) {
    return failedAs(cause)
  } finally {
    forget()
  }
}
