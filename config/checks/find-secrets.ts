import { lintSource } from '@secretlint/core'
import { creator } from '@secretlint/secretlint-rule-preset-recommend'

export interface TextFile {
  name: string
  content: string
}

interface Find {
  name: string
  line: number
  why: string
}

/** Every line of all files, in order, and the file that it is of. */
const placesIn = (files: readonly TextFile[]) =>
  files.flatMap(({ name, content }) => content.split('\n').map((_, at) => ({ name, line: at + 1 })))

const rules = [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }]

/** What the known kinds of keys and tokens look like. All files at once, since each call is slower than the one before it. */
async function known(files: readonly TextFile[]): Promise<Find[]> {
  const source = { filePath: 'all', content: files.map(({ content }) => content).join('\n'), contentType: 'text' as const }
  const { messages } = await lintSource({ source, options: { config: { rules }, maskSecrets: true, noPhysicFilePath: true } })
  const places = placesIn(files)
  return messages.flatMap(({ loc, ruleId }) => {
    const place = places[loc.start.line - 1]
    return place ? [{ ...place, why: ruleId.replace('@secretlint/secretlint-rule-', '') }] : []
  })
}

/** Bits a character: of random hex almost 4, of random base64 almost 6, of words far less. */
function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0)
}

const kinds = [
  { why: 'long hex that looks random', pattern: /(?<![\w+/-])[0-9a-f]{32,}(?![\w+/-])/gi, from: 2.7 },
  { why: 'long base64 that looks random', pattern: /(?<![\w+/.-])[\w+/-]{40,}={0,2}(?![\w+/-])/g, from: 4.6 },
]

/** Words put together have hardly any digits, and a number has nothing else. */
const isMixed = (text: string) => /[a-f]/i.test(text) && (text.match(/\d/g) ?? []).length >= text.length / 16

/** A picture or a font within a style: its random looks are its compression's. */
const embedded = /data:[\w/+.-]+;base64,[\w+/=]+/g

/** What no comment on its line or the one before describes as a vector: made to be known. */
function random({ name, content }: TextFile): Find[] {
  const lines = content.replace(embedded, '').split('\n')
  const isVector = (at: number) => /\bvector\b/i.test(`${lines[at - 1] ?? ''} ${lines[at] ?? ''}`)
  return lines.flatMap((text, at) => kinds.flatMap(({ why, pattern, from }) =>
    [...text.matchAll(pattern)].filter(([found]) => isMixed(found) && entropy(found) >= from && !isVector(at)).map(() => ({ name, line: at + 1, why }))))
}

/** A line for each key, secret or long random text: where it is and why, never what it says. */
export async function findSecrets(files: readonly TextFile[]): Promise<string[]> {
  return [...(await known(files)), ...files.flatMap(random)].map(({ name, line, why }) => `${name}:${line}: ${why}`)
}
