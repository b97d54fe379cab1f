import { parseArgs } from 'node:util'

/** How much is measured. */
export interface Options {
  /** Of one round of one side. */
  readonly seconds: number
  /** Turns of baseline and ours, of which the medians count. */
  readonly rounds: number
  /** People with a card each whose reports, releases and lookups are measured. */
  readonly people: number
  /** Cards of the largest record that is looked up in. */
  readonly cards: number
  /** Rows of the file that is imported. */
  readonly rows: number
  /** Temporary reports that are open while citizens read; of a fiftieth the lapse is due, and of as many the warning. */
  readonly reports: number
  /** Events of the record that is checked. */
  readonly events: number
}

const defaults: Options = { seconds: 4, rounds: 5, people: 40_000, cards: 1_000_000, rows: 20_000, reports: 100_000, events: 200_000 }

const isName = (name: string): name is keyof Options => name in defaults

const numberOf = (name: string, text: string): number => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new RangeError(`--${name} takes a whole number above zero.`)
  return number
}

/** What a command line names, and how much it wants measured. Throws where it says what there is not. */
export const readOptions = (args: string[]): { readonly names: readonly string[]; readonly options: Options } => {
  const known = Object.fromEntries(Object.keys(defaults).map((name) => [name, { type: 'string' }] as const))
  const { values, positionals: names } = parseArgs({ args, options: known, allowPositionals: true })
  const given = Object.entries(values).flatMap(([name, text]) => (isName(name) && typeof text === 'string' ? [[name, numberOf(name, text)] as const] : []))
  return { names, options: { ...defaults, ...Object.fromEntries(given) } }
}
