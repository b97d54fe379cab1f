import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const root = join(__dirname, '../../..')

export interface RunningHost {
  readonly address: string
  stop(): Promise<void>
  /** Ends it as a power cut does: what was under way is lost, nothing is said. */
  kill(): Promise<void>
}

/** What the image runs, as a process of its own. */
export const startHost = async (environment: Readonly<Record<string, string>>): Promise<RunningHost> => {
  const child: ChildProcess = spawn(process.execPath, [join(root, 'config/deploy/main.mjs')], { env: { ...process.env, ...environment, PORT: '0' }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const [, found] = /"address":"(http:[^"]+)"/.exec(said) ?? []
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`the host ended:\n${said}`)))
  })
  const stop = async () => {
    const exit = once(child, 'exit')
    child.kill('SIGTERM')
    const [code] = await exit
    if (code !== 0) throw new Error(`the host ended with ${String(code)}:\n${said}`)
  }
  const kill = async () => {
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
  }
  return { address, stop, kill }
}
