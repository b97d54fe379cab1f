import { EventEmitter, once } from 'node:events'
import { Agent } from 'node:http'
import { aHost } from './a-host'
import { http, post } from './requests'

/** A host with an operation that is under way until the test lets it go. */
const slowHost = async () => {
  const events = new EventEmitter()
  const running = await aHost({ banks: async () => {
    const released = once(events, 'release')
    events.emit('begun')
    await released
    return { banks: [] }
  } })
  const begun = once(events, 'begun')
  const slow = post(`${running.address}/outlets/banks`, { city: 'chengdu' })
  await begun
  return { running, slow, release: () => events.emit('release') }
}

test('a request in flight finishes, new ones are refused 503, and then the port is free', async () => {
  const { running, slow, release } = await slowHost()
  const stopping = running.stop()
  const late = await post(`${running.address}/card/list`, {})
  expect(late).toMatchObject({ status: 503, json: { ok: false, error: { code: 'busy' } }, headers: { connection: 'close' } })
  expect(await http(`${running.address}/readyz`, { method: 'GET' })).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
  release()
  expect(await slow).toMatchObject({ status: 200, json: { ok: true, data: { banks: [] } }, headers: { connection: 'close' } })
  await stopping
  await expect(http(`${running.address}/healthz`, { method: 'GET' })).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

test('a connection kept open and idle does not hold the end up', async () => {
  const running = await aHost()
  const agent = new Agent({ keepAlive: true })
  await post(`${running.address}/outlets/banks`, { city: 'chengdu' }, { agent })
  const [socket] = Object.values(agent.freeSockets).flat()
  const closed = socket && once(socket, 'close')
  await running.stop()
  await closed
  agent.destroy()
})
