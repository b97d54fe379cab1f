/** Every key with what stands behind it: words, a sentence with so many blanks, or a list of so many. */
export const shape = (value: unknown, path = ''): string[] => {
  if (Array.isArray(value)) return [`${path}: list of ${value.length}`]
  if (typeof value === 'function') return [`${path}: sentence of ${value.length}`]
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, inner]) => shape(inner, `${path}/${key}`))
  return [`${path}: ${typeof value}`]
}

/** Every sentence there is, the ones with blanks filled in. */
export const sentences = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return sentences((value as (...blanks: string[]) => unknown)('1', '2', '3'))
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentences) : []
}

/** How many characters a reader counts. */
export const length = (words: string): number => [...words].length
