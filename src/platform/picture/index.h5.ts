import { download } from '../download'
import { paint, wipe } from './paint'
import type { Picture, Saved } from './types'

export { PictureCanvas } from './canvas'
export type { Pen, Picture, Saved } from './types'

const fileOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) => canvas.toBlob((file) => (file ? resolve(file) : reject(new Error('no picture'))), 'image/png'))

/** A browser draws a picture, and downloads it under a name. */
export const savePicture = async (name: string, picture: Picture): Promise<Saved> => {
  const canvas = document.createElement('canvas')
  try {
    paint(canvas, picture)
    download(name, await fileOf(canvas))
    return 'downloaded'
  } catch {
    return 'failed'
  } finally {
    wipe(canvas)
  }
}

export const openAlbumSettings: (() => Promise<void>) | undefined = undefined
