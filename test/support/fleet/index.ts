import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProxy } from './proxy'

const root = join(__dirname, '../../..')

interface RunningHost {
  readonly address: string
  stop(): Promise<void>
}

export interface Fleet {
  /** Where the proxy answers, which sends every request to the next host. */
  readonly address: string
  /** How many requests each host there ever was has answered. */
  served(): readonly number[]
  /** Each host ends and another comes in its place, one after the other. */
  restartEach(): Promise<void>
  stop(): Promise<void>
}

/** What the image runs, as a process of its own. */
const startHost = async (environment: Readonly<Record<string, string>>): Promise<RunningHost> => {
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
  return { address, stop }
}

/** So many hosts of one database behind one proxy, and nothing that ties anybody to one of them. */
export const startFleet = async (count: number, environment: Readonly<Record<string, string>>): Promise<Fleet> => {
  const [proxy, dataDir] = [await startProxy(), await mkdtemp(join(tmpdir(), 'fleet-'))]
  const hosts: RunningHost[] = []
  const start = async () => {
    const host = await startHost({ ...environment, DATA_DIR: dataDir })
    hosts.push(host)
    proxy.add(host.address)
  }
  const end = async (host: RunningHost) => {
    await proxy.takeOut(host.address)
    hosts.splice(hosts.indexOf(host), 1)
    await host.stop()
  }
  // the first one fills the record
  for (let index = 0; index < count; index += 1) await start()
  return {
    address: proxy.address,
    served: () => [...proxy.served().values()],
    restartEach: async () => {
      for (const host of [...hosts]) {
        await start()
        await end(host)
      }
    },
    stop: async () => {
      for (const host of [...hosts]) await end(host)
      await proxy.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
