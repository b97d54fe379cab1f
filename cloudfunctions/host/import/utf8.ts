import { Transform } from 'node:stream'
import { TextDecoder } from 'node:util'
import { ImportFileError } from './file-error'

/** Lets only well-formed UTF-8 through: a file in another encoding would load as names nobody bears. */
export const onlyUtf8 = () => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decoded = (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw new ImportFileError('The file is not UTF-8: save it as UTF-8 (with or without a BOM) and try again.')
    }
  }
  const guarded = (chunk: Uint8Array | undefined, done: (error: Error | null, text?: string) => void) => {
    try {
      done(null, decoded(chunk))
    } catch (thrown) {
      done(thrown instanceof Error ? thrown : new ImportFileError('The file cannot be read.'))
    }
  }
  return new Transform({
    transform: (chunk: Uint8Array, _encoding, done) => guarded(chunk, done),
    flush: (done) => guarded(undefined, done),
  })
}
