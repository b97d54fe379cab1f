import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createHost } from '../../../cloudfunctions/host/server'
import { main as card } from '../../../cloudfunctions/card'
import { main as channel } from '../../../cloudfunctions/channel'
import { main as counter } from '../../../cloudfunctions/counter'
import { main as outlets } from '../../../cloudfunctions/outlets'
import { main as reissue } from '../../../cloudfunctions/reissue'
import { main as person } from '../../../cloudfunctions/person'
import { main as session } from '../../../cloudfunctions/session'
import type { TestRecord } from '../../support/record'

const root = join(__dirname, '../../..')
const file = (name: string) => join(root, 'docs/clients', name)

export interface Client {
  readonly name: string
  readonly command: readonly string[]
  /** What it needs, and a command that ends well where that is there. */
  readonly needs: string
  readonly check: readonly string[]
}

export const clients: readonly Client[] = [
  { name: 'client.ts', command: [process.execPath, '--import', 'tsx', file('client.ts')], needs: 'Node', check: [process.execPath, '--version'] },
  {
    name: 'client.sh',
    command: ['bash', file('client.sh')],
    needs: 'bash, curl and openssl with SM3',
    check: ['bash', '-c', 'command -v curl && printf x | openssl dgst -sm3'],
  },
  { name: 'client.py', command: ['python3', file('client.py')], needs: 'python3 with SM3', check: ['python3', '-c', 'import hashlib; hashlib.new("sm3")'] },
]

const works = ([program = '', ...words]: readonly string[]) => spawnSync(program, words, { stdio: 'ignore' }).status === 0

/** Whether a client can be run here. Where everything is to be tested, one that cannot is a failure. */
export const canRun = ({ name, needs, check }: Client): boolean => {
  if (works(check)) return true
  if (process.env.CI === 'true') throw new Error(`${name} cannot be tested: ${needs} is not installed.`)
  return false
}

export interface Ran {
  readonly code: number
  readonly out: string
  readonly error: string
}

export interface Given {
  readonly environment: NodeJS.ProcessEnv
  readonly words: readonly string[]
  /** What it reads; without, its body is an argument. */
  readonly input?: string
}

/** Runs a client to its end. */
export const run = async ({ command: [program = '', ...fixed] }: Client, { environment, words, input = '' }: Given): Promise<Ran> => {
  const child = spawn(program, [...fixed, ...words], { cwd: root, env: { PATH: process.env.PATH, ...environment } })
  const said = { out: '', error: '' }
  child.stdout.on('data', (chunk: Buffer) => { said.out += chunk.toString() })
  child.stderr.on('data', (chunk: Buffer) => { said.error += chunk.toString() })
  child.stdin.on('error', () => undefined).end(input)
  const [code] = (await once(child, 'close')) as [number]
  return { code, ...said }
}

const watched = ['openssl', 'curl', 'od', 'cut', 'tr', 'date', 'cat']

/** A folder of programs that write down what they are started with, words and environment, and then are what they are called. */
export const watchPrograms = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lost-card-programs-'))
  const log = join(folder, 'log')
  for (const name of watched) {
    const real = spawnSync('bash', ['-c', `command -v ${name}`]).stdout.toString().trim()
    await writeFile(join(folder, name), `#!/bin/sh\n{ tr '\\0' '\\n' </proc/$$/cmdline; tr '\\0' '\\n' </proc/$$/environ; } >>'${log}'\nexec '${real}' "$@"\n`.replaceAll('tr ', '/usr/bin/tr '))
    await chmod(join(folder, name), 0o755)
  }
  return {
    path: `${folder}${delimiter}${process.env.PATH}`,
    seen: () => readFile(log, 'utf8'),
    remove: () => rm(folder, { recursive: true }),
  }
}

/** The real functions on a record, served at an address of their own, with the page to try them from a folder. */
export const serveRecord = async ({ services }: Pick<TestRecord, 'services'>, docs?: string) => {
  const { config, log, meter, repository } = services
  const host = await createHost({ functions: { session, person, card, reissue, outlets, channel, counter }, config, log, meter, ready: repository.ping, ...(docs && { docs }) })
  return { address: await host.server.listen({ port: 0, host: '127.0.0.1' }), stop: host.stop }
}
