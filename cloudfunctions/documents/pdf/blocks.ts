import { encode } from 'uqr'
import { grey, ink, mm, rule, sheet, type Sheet } from './sheet'

/** A word as documents say it: Chinese, and English where it is short. */
export type Both = readonly [zh: string, en: string]

/** Where to go on, in points from the top: what each block answers. */
type Down = number

interface Place {
  readonly left?: number
  readonly width?: number
}

const set = (document: Sheet, text: string, size: number, colour: string, at: Down, { left = sheet.left, width = sheet.width }: Place = {}): Down => {
  document.fontSize(size).fillColor(colour).text(text, left, at, { width, lineGap: size * 0.25 })
  return document.y
}

export const title = (document: Sheet, [zh, en]: Both, place?: Place): Down => set(document, en, 11, grey, set(document, zh, 22, ink, sheet.top, place), place) + mm(3)

/** A sentence or two, each in both languages. */
export const note = (document: Sheet, [zh, en]: Both, at: Down, place?: Place): Down => set(document, en, 8.5, grey, set(document, zh, 10.5, ink, at, place), place) + mm(2)

export const heading = (document: Sheet, [zh, en]: Both, at: Down): Down => {
  document.moveTo(sheet.left, at).lineTo(sheet.right, at).lineWidth(0.5).strokeColor(rule).stroke()
  return set(document, `${zh}  ${en}`, 12, ink, at + mm(2.5)) + mm(1)
}

const labelWidth = mm(34)

/** A label and what it says; a line to write on where nothing is known. */
export const row = (document: Sheet, [zh, en]: Both, value: string, at: Down, { left = sheet.left, width = sheet.width }: Place = {}): Down => {
  const end = set(document, `${zh} ${en}`, 9, grey, at + 1.5, { left, width: labelWidth })
  if (value !== '') return Math.max(end, set(document, value, 11, ink, at, { left: left + labelWidth, width: width - labelWidth })) + mm(1)
  document.moveTo(left + labelWidth, at + mm(5)).lineTo(left + width, at + mm(5)).lineWidth(0.5).strokeColor(rule).stroke()
  return Math.max(end, at + mm(6)) + mm(1)
}

const box = mm(3.4)

/** A box to tick, ticked already where that is known. */
export const tick = (document: Sheet, [zh, en]: Both, isTicked: boolean, at: Down, { left = sheet.left, width = sheet.width }: Place = {}): Down => {
  document.rect(left, at + 2, box, box).lineWidth(0.9).strokeColor(ink).stroke()
  if (isTicked) document.moveTo(left + 2, at + 2 + box / 2).lineTo(left + box / 2 - 0.5, at + box).lineTo(left + box - 1, at + 3.5).lineWidth(1.3).stroke()
  return set(document, `${zh}  ${en}`, 10.5, ink, at, { left: left + box + mm(2), width: width - box - mm(2) }) + mm(0.6)
}

/** A QR code as one path of squares, with the four modules of quiet around it inside `side`. */
export const qr = (document: Sheet, code: string, left: number, top: number, side: number): void => {
  const { data, size } = encode(code, { ecc: 'M', border: 4 })
  const module = side / size
  data.forEach((line, down) => line.forEach((isDark, along) => {
    if (isDark) document.rect(left + along * module, top + down * module, module, module)
  }))
  document.fill('#000000')
}
