import { connect } from 'node:net'
import { once } from 'node:events'
import { aHost } from '../cloudfunctions/host/a-host'

/** So long (ms) a host may wait for a request to be whole, and until it looks again, on a busy machine. */
const mostMs = 50_000

/** A request whose body comes a byte a second: how long (ms) it was held. */
const held = async (address: URL): Promise<number> => {
  const started = performance.now()
  const socket = connect(Number(address.port), address.hostname)
  socket.on('error', () => undefined).on('data', () => undefined)
  socket.write('POST /outlets/banks HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 60000\r\n\r\n{')
  const drip = setInterval(() => socket.write(' '), 1_000)
  const late = setTimeout(() => socket.destroy(), mostMs)
  await once(socket, 'close')
  clearInterval(drip)
  clearTimeout(late)
  return performance.now() - started
}

/** Bodies that never come to an end: what is wrong with how they are ended. */
export const slowBodies = async (): Promise<string[]> => {
  const host = await aHost()
  const times = await Promise.all(Array.from({ length: 50 }, () => held(new URL(host.address))))
  await host.stop()
  return times.filter((ms) => ms >= mostMs).map((ms) => `a slow body was held for ${Math.round(ms)} ms`)
}
