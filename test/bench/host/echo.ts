import fastify from 'fastify'
import { createHost } from '../../../cloudfunctions/host/server'
import { gatheredLog } from '../../../cloudfunctions/runtime/log'
import { openServices } from '../../../cloudfunctions/runtime/services'
import { cardFunction, channelFunction, counterFunction, outletsFunction, personFunction, reissueFunction, sessionFunction } from '../../cloudfunctions/runtime/functions'
import { testConfig } from '../../support/record/keys'

const path = '/outlets/banks'

/** Our host with everything it does for a request, its log line included (to where the parent sends it). */
const ours = async () => {
  const services = openServices(testConfig('postgres://nobody@127.0.0.1:1/none'), gatheredLog('info'))
  const find = () => services
  const functions = {
    session: sessionFunction(find),
    person: personFunction(find),
    card: cardFunction(async () => ({ cards: [] }), find),
    outlets: outletsFunction(async () => ({ banks: [] }), find),
    channel: channelFunction(async () => ({ cards: [] }), find),
    counter: counterFunction(find),
    reissue: reissueFunction(find),
  }
  const { server } = await createHost({ functions, config: services.config, log: services.log, meter: services.meter, ready: services.repository.ping })
  return server.listen({ port: 0, host: '127.0.0.1' })
}

/** Nothing but Fastify, reading JSON and answering the same. */
const bare = () => {
  const server = fastify({ logger: false })
  server.post(path, async () => ({ ok: true, data: { banks: [] } }))
  return server.listen({ port: 0, host: '127.0.0.1' })
}

// asked for it, says how much processor time it has used so far
process.on('message', () => process.send?.(process.cpuUsage()))
void (process.argv[2] === 'ours' ? ours() : bare()).then((address) => process.send?.(`${address}${path}`))
