import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Font } from 'fontkit'

const name = 'NotoSansHans-Regular.otf'
/** Beside a function's bundle; among the sources, where npm has put it. */
const places = [join(__dirname, name), join(__dirname, '../../node_modules/@embedpdf/fonts-sc/fonts', name)]

const load = async (): Promise<Font> => {
  const place = places.find((path) => existsSync(path))
  if (!place) throw new Error(`${name} is not beside the function: build it first`)
  const [{ create }, bytes] = await Promise.all([import('fontkit'), readFile(place)])
  const font = create(bytes)
  if (!('layout' in font)) throw new TypeError(`${name} is a collection of fonts`)
  return font
}

let loaded: Promise<Font> | undefined

/** The type that documents are set in (Noto Sans Hans, SIL Open Font License 1.1), read and taken apart when the first is asked for: most of a document's cost. */
export const documentFont = (): Promise<Font> => (loaded ??= load())
