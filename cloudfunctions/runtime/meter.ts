/** What is counted while a process works. Nothing that is told here says anything of a person. */
export interface Meter {
  /** A call was answered: by an operation of the contract, or `<function>/other` where none was meant; `ms` is how long it took. */
  answered(operation: string, code: string, ms: number): void
  /** So many cards' lapses were written down. */
  lapsed(cards: number): void
  /** Something that is done again and again could not be done this time. */
  failed(task: string): void
}

/** Where nobody asks for what is counted. */
export const noMeter: Meter = { answered: () => undefined, lapsed: () => undefined, failed: () => undefined }
