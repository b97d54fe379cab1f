import type { Fields } from '../platform'

/** Reads the parameters of one protocol message, refusing what has another shape. */
export class Params {
  constructor(private readonly fields: Fields) {}

  text(name: string): string {
    const value = this.fields[name]
    if (typeof value !== 'string') throw new Error(`badParams: ${name} must be a text`)
    return value
  }

  optionalText(name: string): string | undefined {
    return this.fields[name] === undefined ? undefined : this.text(name)
  }

  list(name: string): unknown[] {
    const value = this.fields[name] ?? []
    if (!Array.isArray(value)) throw new Error(`badParams: ${name} must be a list`)
    return value
  }

  texts(name: string): string[] {
    return this.list(name).map(String)
  }

  raw(name: string): unknown {
    return this.fields[name]
  }

}
