import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { functionNames } from '@/contract'

export interface Framework {
  readonly address: string
  /** What it and the functions printed. */
  printed(): string
  stop(): Promise<void>
}

const program = join(dirname(require.resolve('@cloudbase/functions-framework')), '..', 'bin', 'tcb-ff.js')

/** `root` is the functions' folder as seen from this file's. */
const routing = (root: string) => ({
  functionsRoot: root,
  functions: functionNames.map((name) => ({ name, directory: name })),
  routes: functionNames.map((name) => ({ path: `/${name}`, functionName: name })),
})

/** Runs the built functions in `folder` under @cloudbase/functions-framework, in a process of its own. */
export const startFramework = async (folder: string, environment: Readonly<Record<string, string>>): Promise<Framework> => {
  const cwd = await mkdtemp(join(tmpdir(), 'functions-framework-'))
  await writeFile(join(cwd, 'cloudbase-functions.json'), JSON.stringify(routing(relative(cwd, folder))))
  // what a deployment has to set: the framework's own log holds requests otherwise, and its errors their stack
  const env = { ...process.env, ...environment, LOG_EVENT_CONTEXT: 'false', CAPTURE_STACK: 'false', PORT: '3000' }
  const child = fork(program, [], { cwd, env, execArgv: ['--require', join(__dirname, 'on-loopback.cjs')], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { printed += chunk.toString() })
  const ended = once(child, 'exit').then(() => { throw new Error(`the framework ended:\n${printed}`) })
  // the framework's file watcher speaks on the same channel
  const listening = new Promise<number>((resolve) => child.on('message', (said: { port?: number }) => said.port && resolve(said.port)))
  const port = await Promise.race([listening, ended])
  ended.catch(() => undefined)
  const stop = async () => {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    await rm(cwd, { recursive: true, force: true })
  }
  return { address: `http://127.0.0.1:${port}`, printed: () => printed, stop }
}
