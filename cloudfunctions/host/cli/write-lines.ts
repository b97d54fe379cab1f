import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Writes lines to a file, or to standard output where none is named. What they say of a wrong number is printed as it is. */
export const writeLines = (lines: Iterable<string>, file: string | undefined): void => {
  pipeline(Readable.from(lines), file === undefined ? process.stdout : createWriteStream(file)).catch((thrown: unknown) => {
    console.error(thrown instanceof RangeError ? thrown.message : 'The file could not be written.')
    process.exitCode = 1
  })
}
