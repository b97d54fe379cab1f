import type PDFDocument from 'pdfkit'
import { documentFont } from '../font'
import { oneAtATime } from './one-at-a-time'

export type Sheet = typeof PDFDocument.prototype

const millimetre = 72 / 25.4
/** A4, in points. */
export const sheet = { left: 18 * millimetre, right: 192 * millimetre, top: 18 * millimetre, bottom: 279 * millimetre, width: 174 * millimetre } as const
export const mm = (count: number): number => count * millimetre

export const ink = '#14181f'
export const grey = '#4b5563'
export const rule = '#9aa3af'

const gathered = (document: Sheet): Promise<Buffer> => new Promise((resolve, reject) => {
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  document.on('end', () => resolve(Buffer.concat(parts)))
  document.on('error', reject)
})

const make = async (title: string, draw: (document: Sheet) => void): Promise<Buffer> => {
  const [{ default: Document }, font] = await Promise.all([import('pdfkit'), documentFont()])
  // empty: no other font is looked for
  const document = new Document({ size: 'A4', margin: 0, font: '', lang: 'zh-CN', displayTitle: true, info: { Title: title, Creator: '', Producer: '' } })
  const whole = gathered(document)
  // the library takes a font that was read before, which its types do not tell
  document.font(font as unknown as Buffer)
  draw(document)
  document.end()
  return whole
}

/** A document of one A4 page in Chinese type: the library and the font are loaded when the first is made. Refuses `busy` where many are asked for. */
export const makeSheet = (title: string, draw: (document: Sheet) => void): Promise<Buffer> => oneAtATime(() => make(title, draw))
