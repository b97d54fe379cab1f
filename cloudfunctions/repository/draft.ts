import type { Statement } from './database'

export type Column = readonly [value: unknown, type: 'text' | 'bigint' | 'integer' | 'boolean' | 'json']

/** Collects a statement: its parts in order, the values they name, and a name that is the same for the same text. */
export class Draft {
  readonly values: unknown[] = []
  private readonly parts: string[] = []
  private readonly marks: string[] = []

  /** `cardKey` is whose rows the statement writes: `$1`, also where they hang on the guard, so that only its part of each table is opened. */
  constructor(cardKey: string) {
    this.values.push(cardKey)
  }

  /** The card's key in the statement. */
  readonly card = '$1::text'

  /** A value of the statement, as `$n` with its type. */
  value(...[value, type]: Column): string {
    this.values.push(value)
    return `$${this.values.length}::${type}`
  }

  /** Rows of values. Plain ones: a function that unpacks JSON costs the server more than all the rest of the statement. */
  rows(rows: readonly (readonly Column[])[]): string {
    return `(values ${rows.map((row) => `(${row.map((column) => this.value(...column)).join(', ')})`).join(', ')})`
  }

  /** The mark, with the number of rows, names the part's text. */
  part(name: string, text: string, mark = ''): void {
    this.marks.push(mark || name.charAt(0))
    this.parts.push(`${name} as (${text})`)
  }

  statement(result: string): Statement {
    const text = `with ${this.parts.join(',\n')}\nselect count(*) as written from ${result}`
    return { name: `write-${this.marks.join('')}`, text, values: this.values }
  }
}
