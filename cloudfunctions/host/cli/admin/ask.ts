import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** Asks whoever sits there, who answers with one line. */
export type Ask = (question: string) => Promise<string>

/** What is typed is not shown: it stays neither on the screen nor in a command's history. */
const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })

/** Asks at the terminal; where standard input is none, its lines are the answers in their order. */
export const askHere = (): Ask => {
  let lines: AsyncIterator<string> | undefined
  return async (question) => {
    lines ??= createInterface({ input: process.stdin, output: unseen, terminal: process.stdin.isTTY })[Symbol.asyncIterator]()
    process.stderr.write(`${question}: `)
    const { value, done } = await lines.next()
    process.stderr.write('\n')
    if (done || value.trim() === '') throw new Error(`${question} was not answered.`)
    return value.trim()
  }
}
