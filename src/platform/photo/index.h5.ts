import { backgroundOf } from './edges'
import { isSmall, qualities, widest, type NoPhoto, type Photo } from './types'

export { choosePhoto } from './choose'
export type { NoPhoto, Photo } from './types'

const load = (path: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = reject
    image.src = path
  })

const draw = (image: HTMLImageElement): HTMLCanvasElement => {
  const { naturalWidth, naturalHeight } = image
  const scale = Math.min(1, widest / naturalWidth)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(naturalWidth * scale)
  canvas.height = Math.round(naturalHeight * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}

const jpegOf = (canvas: HTMLCanvasElement, quality: number): string => canvas.toDataURL('image/jpeg', quality / 100).replace(/^[^,]*,/, '')

const look = (canvas: HTMLCanvasElement): Photo['background'] => {
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
  return pixels ? backgroundOf(pixels) : 'unknown'
}

/** A browser draws the photo, and so sees its background too. */
export const lookAtPhoto = async (path: string): Promise<Photo | { readonly no: NoPhoto }> => {
  try {
    const image = await load(path)
    const canvas = draw(image)
    const base64 = qualities.map((quality) => jpegOf(canvas, quality)).find(isSmall)
    return base64 === undefined
      ? { no: 'heavy' }
      : { path, base64, width: canvas.width, height: canvas.height, background: look(canvas) }
  } catch {
    return { no: 'notPhoto' }
  }
}
