/**
 * What an answer has told that was not known: which of our names stands for which id, and, where it says so, when the call was decided (ms).
 * An instant that nobody has been told is the earliest it can have been, and a part of a millisecond that is its call's own.
 */
export interface Found {
  readonly untold: number
  readonly ids: Map<string, string>
  decidedAt: number | undefined
}

const fitsId = (found: Found, name: string, id: unknown): boolean => {
  if (typeof id !== 'string') return false
  const known = found.ids.get(name)
  if (known !== undefined) return known === id
  if ([...found.ids.values()].includes(id)) return false
  found.ids.set(name, id)
  return true
}

const fitsInstant = (found: Found, expected: number, said: unknown): boolean => {
  const instant = typeof said === 'string' ? Date.parse(said) : said
  if (typeof instant !== 'number') return false
  if (Number.isInteger(expected)) return instant === expected
  if (expected === found.untold) {
    found.decidedAt ??= instant
    return found.decidedAt === instant
  }
  return instant >= Math.floor(expected)
}

const isNamed = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** Whether what was said is what was expected, as far as that goes: of what is not expected nothing is asked. Notes down what was found. */
export const fits = (found: Found, expected: unknown, said: unknown): boolean => {
  if (typeof expected === 'number') return fitsInstant(found, expected, said)
  if (typeof expected === 'string' && expected.startsWith('?')) return fitsId(found, expected, said)
  if (Array.isArray(expected)) return Array.isArray(said) && said.length === expected.length && expected.every((one, index) => fits(found, one, said[index]))
  if (isNamed(expected)) return isNamed(said) && Object.entries(expected).every(([name, value]) => fits(found, value, said[name]))
  return expected === said
}
