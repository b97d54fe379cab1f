import Taro from '@tarojs/taro'
import { canvasId } from './canvas-id'
import { paint, wipe, type Canvas } from './paint'
import type { Picture, Saved } from './types'

export { PictureCanvas } from './canvas'
export type { Pen, Picture, Saved } from './types'

type OnPage = Canvas & Taro.Canvas

/** The page's own canvas; rejects where it has none yet. */
const canvasOnPage = (): Promise<OnPage> =>
  new Promise((resolve, reject) => {
    const found = ([first]: readonly ({ readonly node?: OnPage } | null)[]) => (first?.node ? resolve(first.node) : reject(new Error('no canvas')))
    Taro.createSelectorQuery().select(`#${canvasId}`).node().exec(found)
  })

/** Every pixel as it was drawn: left alone, WeChat makes it larger by the screen's density. */
const fileOf = async (canvas: OnPage): Promise<string> => {
  const { width, height } = canvas
  return (await Taro.canvasToTempFilePath({ canvas, x: 0, y: 0, width, height, destWidth: width, destHeight: height, fileType: 'png' })).tempFilePath
}

/** WeChat says in words why not; Alipay by a number: 11 is closed, 15 that iOS has no leave for the album, from 2001 on that nobody gave it. */
const causes: readonly (readonly [said: RegExp, as: Saved])[] = [
  [/cancel|"error":11\b/i, 'cancelled'],
  [/privacy permission/i, 'notAgreed'],
  [/privacy agreement/i, 'failed'],
  [/system permission|"error":15\b/i, 'phoneRefused'],
  [/auth|den(?:y|ied)|"error":200[123]\b/i, 'refused'],
]

const failedAs = (cause: unknown): Saved => {
  const words = JSON.stringify(cause) ?? ''
  return causes.find(([said]) => said.test(words))?.[1] ?? 'failed'
}

/** Draws a picture on the page's canvas and saves it in the phone's album, for which the platform asks leave. */
export const savePicture = async (_name: string, picture: Picture): Promise<Saved> => {
  let canvas: OnPage | undefined
  try {
    canvas = await canvasOnPage()
    paint(canvas, picture)
    await Taro.saveImageToPhotosAlbum({ filePath: await fileOf(canvas) })
    return 'saved'
  } catch (cause) {
    return failedAs(cause)
  } finally {
    wipe(canvas)
  }
}

/** Opens the platform's settings of this mini-program, in the tap itself; resolves when the citizen is back, whatever they did there. */
export const openAlbumSettings: (() => Promise<void>) | undefined = () => Taro.openSetting().then(() => undefined, () => undefined)
