/** The file cannot be read as what it should be: nothing of it is loaded. */
export class ImportFileError extends Error {
  override readonly name = 'ImportFileError'
}
