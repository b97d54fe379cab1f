import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { cardFileLines } from '../import/generate'

/** `npm run cards:generate -- N FILE` writes a test file of N people; without FILE, with `npm run --silent`, to standard output. */
const [people, file] = process.argv.slice(2)

pipeline(Readable.from(cardFileLines(Number(people))), file === undefined ? process.stdout : createWriteStream(file)).catch((thrown: unknown) => {
  console.error(thrown instanceof RangeError ? thrown.message : 'The file could not be written.')
  process.exitCode = 1
})
