import { execFile } from 'node:child_process'
import { format } from 'node:util'
import { exitCodeOf, type Command } from '../../cloudfunctions/host/cli/command'

/** What a command came to: its exit code and all it printed. */
export interface Ran {
  readonly code: number
  readonly printed: string
}

/** Variables that say which record a command works on. */
type Environment = Readonly<Record<string, string>>

/** Runs a command's file as npm does, as a process of its own, which compiles what it runs: that takes seconds. */
export const runProcess = (name: string, environment: Environment, args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const words = ['--import', 'tsx', `cloudfunctions/host/cli/${name}.ts`, ...args]
    const child = execFile(process.execPath, words, { env: { ...process.env, ...environment } }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, printed: stdout + stderr }))
  })

const within = async <T>(environment: Environment, work: () => Promise<T>): Promise<T> => {
  const before = Object.keys(environment).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, environment)
  try {
    return await work()
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

const printed = async (work: () => Promise<number>): Promise<Ran> => {
  const lines: string[] = []
  const { log, error } = console
  const print = (...said: unknown[]) => void lines.push(`${format(...said)}\n`)
  Object.assign(console, { log: print, error: print })
  try {
    const code = await work()
    return { code, printed: lines.join('') }
  } finally {
    Object.assign(console, { log, error })
  }
}

/** Runs a command within this process, as its file would in one of its own; one at a time. */
export const runHere = (command: Command, environment: Environment, args: readonly string[]): Promise<Ran> =>
  within(environment, () => printed(() => exitCodeOf(command, [...args])))
