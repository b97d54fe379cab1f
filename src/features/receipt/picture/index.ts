import type { Pen, Picture } from '@/platform/picture'
import type { qrMatrix } from '../../reissue/qr'
import { blocksOf, sheet } from './sheet'

type Modules = ReturnType<typeof qrMatrix>

/** What the picture of a receipt says, from top to bottom. */
export interface PictureWords {
  readonly title: string
  readonly lead: string
  readonly rows: readonly (readonly [label: string, value: string])[]
  readonly parts: readonly { readonly title: string; readonly points: readonly string[] }[]
  readonly foot: string
}

/** How much larger the type is in elder mode. */
const larger = 1.3

const drawOn = (pen: Pen, { title, lead, rows, parts, foot }: PictureWords, modules: Modules, times: number): number => {
  const blocks = blocksOf(pen, times)
  let at = blocks.code(modules, blocks.note(lead, blocks.title(title, sheet.top)) + 24) + 24
  for (const row of rows) at = blocks.row(row, at)
  for (const part of parts) {
    at = blocks.heading(part.title, at)
    for (const point of part.points) at = blocks.point(point, at)
  }
  return blocks.note(foot, at + 40) + sheet.top
}

/** The receipt as a picture, to be shown where this service is not: its code, what it says, and what it is good for. */
export const receiptPicture = (words: PictureWords, modules: Modules, isLarge: boolean): Picture =>
  ({ width: sheet.width, draw: (pen) => drawOn(pen, words, modules, isLarge ? larger : 1) })
