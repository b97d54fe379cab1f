/** What a ratio of ours to its baseline is to be. */
export type Target = { readonly atLeast: number } | { readonly atMost: number }

/** One line of the table: what was measured, ours and the baseline with their units, their ratio, and what it is to be. */
export interface Row {
  readonly what: string
  readonly ours: string
  readonly baseline: string
  readonly ratio: number
  readonly target?: Target
}

const columns = ['what', 'ours', 'baseline', 'ratio', 'target', 'met'] as const

const isMet = (ratio: number, target: Target): boolean => ('atLeast' in target ? ratio >= target.atLeast : ratio <= target.atMost)
const sayTarget = (target: Target): string => ('atLeast' in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`)

const cellsOf = ({ what, ours, baseline, ratio, target }: Row): string[] =>
  [what, ours, baseline, ratio.toFixed(2), target ? sayTarget(target) : '–', target ? (isMet(ratio, target) ? 'met' : 'NOT MET') : '–']

/** Prints rows as one table that Markdown reads as well. */
export const printTable = (rows: readonly Row[]): void => {
  const lines = [[...columns], ...rows.map(cellsOf)]
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)))
  const print = (line: readonly string[]) => console.log(`| ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`)
  const [head = [], ...others] = lines
  print(head)
  print(widths.map((width) => '-'.repeat(width)))
  others.forEach(print)
}
