import type { Pen } from '@/platform/picture'
import { linesOf } from './lines'

/** Where to go on, in pixels from the top: what each block answers. */
type Down = number

interface Type {
  readonly size: number
  readonly bold?: boolean
  readonly colour: string
}

/** A place across the sheet, in pixels. */
interface Column {
  readonly left: number
  readonly width: number
}

const ink = '#14181f'
const grey = '#4b5563'
const rule = '#9aa3af'

export const sheet = { width: 1080, left: 72, top: 72, inner: 936 } as const
const whole: Column = { left: sheet.left, width: sheet.inner }
const label: Column = { left: sheet.left, width: 280 }
const value: Column = { left: sheet.left + 304, width: sheet.inner - 304 }
const point: Column = { left: sheet.left + 36, width: sheet.inner - 36 }
const lineHeight = 1.45
/** In pixels: wide enough for a scanner to tell the modules of a receipt apart on a small screen. */
const codeWidth = 800

/** Blocks of a sheet, one below the other, in type so many times as large as usual. */
export const blocksOf = (pen: Pen, times: number) => {
  const set = (words: string, { size, bold = false, colour }: Type, at: Down, { left, width }: Column = whole): Down => {
    const height = Math.round(size * times * lineHeight)
    pen.font = `${bold ? 'bold ' : ''}${Math.round(size * times)}px sans-serif`
    pen.fillStyle = colour
    pen.textBaseline = 'middle'
    const lines = linesOf(words, width, (line) => pen.measureText(line).width)
    lines.forEach((line, index) => pen.fillText(line, left, at + height * (index + 0.5)))
    return at + height * lines.length
  }
  const fill = (colour: string, ...box: readonly [left: number, top: number, width: number, height: number]): void => {
    pen.fillStyle = colour
    pen.fillRect(...box)
  }
  return {
    title: (words: string, at: Down) => set(words, { size: 60, bold: true, colour: ink }, at) + 24,
    row: ([name, says]: readonly [name: string, says: string], at: Down) =>
      Math.max(set(name, { size: 34, colour: grey }, at + 4, label), set(says, { size: 40, colour: ink }, at, value)) + 8,
    heading: (words: string, at: Down) => {
      fill(rule, sheet.left, at + 24, sheet.inner, 2)
      return set(words, { size: 40, bold: true, colour: ink }, at + 48) + 4
    },
    point: (words: string, at: Down) => {
      const type = { size: 38, colour: ink }
      set('·', type, at)
      return set(words, type, at, point)
    },
    note: (words: string, at: Down) => set(words, { size: 32, colour: grey }, at),
    /** A code in the middle, each module a square of whole pixels, with the light ones around it. */
    code: (modules: readonly (readonly boolean[])[], at: Down) => {
      const module = Math.floor(codeWidth / modules.length)
      const left = Math.floor((sheet.width - module * modules.length) / 2)
      modules.forEach((line, down) => line.forEach((isDark, along) => {
        if (isDark) fill('#000000', left + along * module, at + down * module, module, module)
      }))
      return at + module * modules.length
    },
  }
}
