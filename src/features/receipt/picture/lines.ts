/** How wide some words are, in pixels. */
export type Measure = (words: string) => number

/** A word or a number, or one character of Chinese, with the marks that never end or begin a line. */
const piece = /[·（《“‘「【(\s]*(?:[\p{Script=Latin}\d][\p{Script=Latin}\d_.:/'’*-]*|.)[，。、；：！？）》”’」】),.;:!?…]*\s*/gsu
const piecesOf = (words: string): string[] => words.match(piece) ?? []

/** Words in lines no wider than that; what holds together and is wider still is broken anywhere. */
export const linesOf = (words: string, width: number, measure: Measure): string[] => {
  const fits = (line: string): boolean => measure(line.trimEnd()) <= width
  const pieces = piecesOf(words).flatMap((piece) => (fits(piece) ? [piece] : [...piece]))
  return pieces.reduce<string[]>((lines, piece) => {
    const line = `${lines.at(-1) ?? ''}${piece}`
    return lines.length > 0 && fits(line) ? [...lines.slice(0, -1), line] : [...lines, piece]
  }, []).map((line) => line.trimEnd())
}
