import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** Milliseconds from a fresh process's first step: until the bundle is loaded, and until the answer. */
export interface First {
  readonly ok: boolean
  readonly load: number
  readonly answer: number
}

const functions = join(__dirname, '../../../dist/cloudfunctions')

/** A bundled function's first answer in a process of its own, with nothing else in its environment than is given. */
export const firstAnswer = async (name: string, event: object, env: NodeJS.ProcessEnv): Promise<First> => {
  const child = fork(join(__dirname, 'cold.mjs'), [join(functions, name, 'index.js'), JSON.stringify(event)], { env, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [first] = (await once(child, 'message')) as [First]
  if (!first.ok) throw new Error(`${name} refused its first call`)
  return first
}
