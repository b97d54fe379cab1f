/** As whom an input is sent: with all that shows it, over whatever is sent. */
export const callers = ['nobody', 'citizen', 'terminal', 'partner', 'bank', 'staff'] as const
export type CallerName = (typeof callers)[number]

/** How the text of a body becomes the bytes that are sent. */
export const encodings = ['utf8', 'latin1', 'utf16le', 'gzip', 'broken'] as const
/** What a request says of its body's length: the truth, chunks, more than comes, less than comes, nothing. */
export const framings = ['whole', 'chunked', 'more', 'less', 'unsaid'] as const

/**
 * One request, as data, so that what ever failed can be kept. Words between `%` stand for what only a record knows (`%card%`,
 * `%check.reportLoss%`); they are looked up when it is sent.
 */
export interface RequestInput {
  readonly caller: CallerName
  /** Who of the demo city it is about. */
  readonly person: number
  readonly method: string
  readonly path: string
  /** Beside the caller's own, in the place of those of the same name. */
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
  readonly encoding: (typeof encodings)[number]
  readonly framing: (typeof framings)[number]
}

/** One file for an importer. */
export interface FileInput {
  readonly importer: 'cards' | 'outlets' | 'geojson'
  readonly text: string
  readonly encoding: 'utf8' | 'latin1' | 'utf16le' | 'gzip' | 'broken'
  readonly skipBad: boolean
}

export type Input = RequestInput | FileInput

export const isFile = (input: Input): input is FileInput => 'importer' in input
