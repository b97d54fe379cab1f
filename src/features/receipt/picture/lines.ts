import { LineBreaker } from 'css-line-break'

/** How wide some words are, in pixels. */
export type Measure = (words: string) => number

/** Words in pieces that hold together, by the rules of Unicode (UAX 14), strict ones for Chinese. */
const piecesOf = (words: string): string[] => {
  const breaker = LineBreaker(words, { lineBreak: 'strict' })
  const pieces: string[] = []
  for (let next = breaker.next(); !next.done; next = breaker.next()) pieces.push(next.value.slice())
  return pieces
}

/** Words in lines no wider than that; what holds together and is wider still is broken anywhere. */
export const linesOf = (words: string, width: number, measure: Measure): string[] => {
  const fits = (line: string): boolean => measure(line.trimEnd()) <= width
  const pieces = piecesOf(words).flatMap((piece) => (fits(piece) ? [piece] : [...piece]))
  return pieces.reduce<string[]>((lines, piece) => {
    const line = `${lines.at(-1) ?? ''}${piece}`
    return lines.length > 0 && fits(line) ? [...lines.slice(0, -1), line] : [...lines, piece]
  }, []).map((line) => line.trimEnd())
}
