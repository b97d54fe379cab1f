import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHost, type RunningHost } from './host'
import { startProxy, type Proxy } from './proxy'

type Environment = Readonly<Record<string, string>>

export interface Fleet {
  /** Where the proxy answers, which sends every request to the next host. */
  readonly address: string
  /** Where each host answers by itself, the oldest first. */
  addresses(): readonly string[]
  /** How many requests each host there ever was has answered. */
  served(): readonly number[]
  /** Each host ends and another comes in its place, one after the other. */
  restartEach(): Promise<void>
  /** The oldest host dies in the midst of its work, and stays in turn until another has started in its place. */
  killOne(): Promise<void>
  stop(): Promise<void>
}

export interface FleetOptions {
  /** What only the nth of the hosts is told. */
  readonly own?: (nth: number) => Environment
  readonly before?: () => Promise<Proxy>
}

/** So many hosts of one database behind one proxy, and nothing that ties anybody to one of them. */
export const startFleet = async (count: number, environment: Environment, { own = () => ({}), before = startProxy }: FleetOptions = {}): Promise<Fleet> => {
  const [proxy, dataDir] = [await before(), await mkdtemp(join(tmpdir(), 'fleet-'))]
  const hosts: RunningHost[] = []
  let started = 0
  const start = async () => {
    const host = await startHost({ ...environment, ...own(started), DATA_DIR: dataDir })
    started += 1
    hosts.push(host)
    await proxy.add(host.address)
  }
  const end = async (host: RunningHost) => {
    await proxy.takeOut(host.address)
    hosts.splice(hosts.indexOf(host), 1)
    await host.stop()
  }
  const killOne = async () => {
    const host = hosts.shift()
    await host?.kill()
    await start()
    await proxy.takeOut(host?.address ?? '')
  }
  // the first one fills the record
  for (let index = 0; index < count; index += 1) await start()
  return {
    address: proxy.address,
    addresses: () => hosts.map(({ address }) => address),
    served: () => [...proxy.served().values()],
    restartEach: async () => {
      for (const host of [...hosts]) {
        await start()
        await end(host)
      }
    },
    killOne,
    stop: async () => {
      for (const host of [...hosts]) await end(host)
      await proxy.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
