import { Writable } from 'node:stream'
import type { Run } from '../../../cloudfunctions/runtime/define-operation'
import { logTo } from '../../../cloudfunctions/runtime/log'
import { openServices, type Services } from '../../../cloudfunctions/runtime/services'
import { createHost, type Host, type HostNeeds } from '../../../cloudfunctions/host/server'
import { testConfig } from '../../support/record/keys'
import { cardFunction, channelFunction, counterFunction, outletsFunction, personFunction, reissueFunction, sessionFunction } from '../runtime/functions'

export interface RunningHost {
  readonly address: string
  readonly host: Host
  readonly services: Services
  readonly lines: readonly Record<string, unknown>[]
  stop(): Promise<void>
}

export interface HostOptions {
  /** The database's address; nothing is reached before something asks for it. */
  readonly database?: string
  readonly banks?: Run<'outlets/banks'>
  readonly list?: Run<'card/list'>
  readonly cardStatus?: Run<'channel/cardStatus'>
  readonly config?: Partial<HostNeeds['config']>
  readonly preview?: string
  readonly docs?: string
}

const nowhere = 'postgres://nobody@127.0.0.1:1/none'

/** A host on a free port, with the operations a test gives it. */
export const aHost = async (options: HostOptions = {}): Promise<RunningHost> => {
  const lines: Record<string, unknown>[] = []
  const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => { lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>); done() } })
  const services = openServices(testConfig(options.database ?? nowhere, options.config), logTo('info', sink))
  const find = () => services
  const functions = {
    session: sessionFunction(find),
    person: personFunction(find),
    card: cardFunction(options.list ?? (async () => ({ cards: [] })), find),
    outlets: outletsFunction(options.banks ?? (async () => ({ banks: [] })), find),
    channel: channelFunction(options.cardStatus ?? (async () => ({ cards: [] })), find),
    counter: counterFunction(find),
    reissue: reissueFunction(find),
  }
  const { config, log, meter, repository } = services
  const host = await createHost({ functions, config, log, meter, ready: repository.ping, ...(options.preview && { preview: options.preview }), ...(options.docs && { docs: options.docs }) })
  const address = await host.server.listen({ port: 0, host: '127.0.0.1' })
  const stop = async () => {
    await host.stop()
    await repository.close()
  }
  return { address, host, services, lines, stop }
}
