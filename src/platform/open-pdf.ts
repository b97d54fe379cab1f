import Taro from '@tarojs/taro'

/** Always the same file: the one before it goes. */
const pathOf = (): string => `${Taro.env.USER_DATA_PATH ?? ''}/document.pdf`

const write = (data: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const filePath = pathOf()
    Taro.getFileSystemManager().writeFile({ filePath, data, encoding: 'base64', success: () => resolve(filePath), fail: reject })
  })

/** Shows a document (base64) in the phone's own viewer, from where it can be printed or passed on; false where it cannot. */
export const openPdf = async (_name: string, pdf: string): Promise<boolean> => {
  try {
    await Taro.openDocument({ filePath: await write(pdf), fileType: 'pdf', showMenu: true })
    return true
  } catch {
    return false
  }
}

/** Nothing of a document that was shown stays on the phone. */
export const forgetPdf = (): void => {
  try {
    Taro.getFileSystemManager().unlink({ filePath: pathOf(), fail: () => undefined })
  } catch {
    return
  }
}
