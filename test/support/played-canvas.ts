import { join } from 'node:path'
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas'
import readQr from 'jsqr'

/** The same type on every machine. */
GlobalFonts.registerFromPath(join(__dirname, '../../node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf'), 'sans-serif')

/** One line that was drawn, and the edges of its box, in pixels. */
interface Drawn {
  readonly words: string
  readonly size: number
  readonly right: number
  readonly bottom: number
}

/** A phone's canvas that really draws, and remembers the words that it shows. */
export class PlayedCanvas {
  private readonly real = createCanvas(300, 150)
  private readonly pen = this.real.getContext('2d')
  private lines: Drawn[] = []
  /** What was on it when it was last made a file of. */
  filed: { readonly lines: readonly Drawn[]; readonly width: number; readonly height: number } = { lines: [], width: 0, height: 0 }

  constructor() {
    const fillText = this.pen.fillText.bind(this.pen)
    this.pen.fillText = (words, x, y) => {
      const size = Number(/(\d+)px/.exec(this.pen.font)?.[1])
      this.lines.push({ words, size, right: x + this.pen.measureText(words).width, bottom: y + size / 2 })
      fillText(words, x, y)
    }
  }

  get width(): number {
    return this.real.width
  }

  set width(width: number) {
    this.lines = []
    this.real.width = width
  }

  get height(): number {
    return this.real.height
  }

  set height(height: number) {
    this.lines = []
    this.real.height = height
  }

  getContext(): typeof this.pen {
    return this.pen
  }

  /** As a file, PNG in base64. */
  file(): string {
    this.filed = { lines: this.lines, width: this.width, height: this.height }
    return this.real.toBuffer('image/png').toString('base64')
  }
}

/** What a reader makes of a picture shown at so many times its size. */
const readAt = (image: Awaited<ReturnType<typeof loadImage>>, times: number): string | undefined => {
  const [across, down] = [Math.round(image.width * times), Math.round(image.height * times)]
  const pen = createCanvas(across, down).getContext('2d')
  pen.drawImage(image, 0, 0, across, down)
  return readQr(pen.getImageData(0, 0, across, down).data, across, down)?.data
}

/** How near a scanner is held, one after the other, until it reads. */
const distances = [0.5, 1, 1.5, 2, 3]

/** A picture as whoever scans it sees it: its own size in pixels, and what its QR code says. */
export const scan = async (file: Buffer): Promise<{ readonly width: number; readonly height: number; readonly code: string | undefined }> => {
  const image = await loadImage(file)
  const code = distances.reduce<string | undefined>((read, times) => read ?? readAt(image, times), undefined)
  return { width: image.width, height: image.height, code }
}
