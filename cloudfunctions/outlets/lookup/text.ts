import { textSeparator } from '../../repository'

/** Most of a list is written as it is compared, and looking is quicker than rewriting. */
const isFolded = /^[!-@[-~\u001f\u4e00-\u9fff]*$/

/** A text as it is compared: one form of each character, lower case, no white space. */
export const folded = (text: string): string => (isFolded.test(text) ? text : text.normalize('NFKC').toLowerCase().replace(/\s+/g, ''))

const canBeInitials = /^[0-9a-z]+$/

/** Whether a name or an address has a query in it, or the query is a part of its initials. */
export const hasPart = (text: string, initials: string, query: string): boolean => {
  const part = folded(query)
  return folded(text).includes(part) || (canBeInitials.test(part) && folded(initials).includes(part))
}

/** Where the initials begin in an outlet's text. */
const initialsIn = (text: string): number => text.indexOf(textSeparator, text.indexOf(textSeparator) + 1)

/** Which rows have a query in their text. Each is folded when it is first looked into. */
export const textsOf = (texts: readonly string[]): ((query: string) => (row: number) => boolean) => {
  const once: string[] = []
  return (query) => {
    const part = folded(query)
    // it is in every outlet's text, and in no name or address
    if (part.includes(textSeparator)) return () => false
    const alsoInitials = canBeInitials.test(part)
    return (row) => {
      const text = (once[row] ??= folded(texts[row] ?? ''))
      const at = text.indexOf(part)
      return at >= 0 && (alsoInitials || at < initialsIn(text))
    }
  }
}
