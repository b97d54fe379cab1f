import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const name = 'NotoSansHans-Regular.otf'
/** Beside a function's bundle; among the sources, where npm has put it. */
const places = [join(__dirname, name), join(__dirname, '../../node_modules/@embedpdf/fonts-sc/fonts', name)]

let loaded: Promise<Buffer> | undefined

const load = (): Promise<Buffer> => {
  const place = places.find((path) => existsSync(path))
  if (!place) throw new Error(`${name} is not beside the function: build it first`)
  return readFile(place)
}

/** The type that documents are set in (Noto Sans Hans, SIL Open Font License 1.1), read when the first is asked for. */
export const documentFont = (): Promise<Buffer> => (loaded ??= load())
