import { fork, type ChildProcess, type StdioOptions } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import path from 'node:path'

import type { CallCloud } from './network'
import { isFields } from './platform'

export interface CloudOptions {
  /** the folder of built functions, `dist/cloudfunctions` */
  dist: string
  /** environment of every instance: `DATABASE_URL`, keys … */
  env?: Record<string, string>
}

/** WeChat's cloud: the built functions, each in instances of their own that serve one call at a time. */
export interface Cloud {
  /** `callFunction` of the citizen with this OPENID */
  callAs: (openId: string) => CallCloud
  /** what the functions printed */
  printed: () => string
  close: () => Promise<void>
}

interface Answer {
  result?: unknown
  error?: string
}

const appId = 'touristappid'

export function startCloud({ dist, env = {} }: CloudOptions): Cloud {
  const idle = new Map<string, ChildProcess[]>()
  const all = new Set<ChildProcess>()
  let printed = ''

  const start = (name: string): ChildProcess => {
    const file = path.resolve(dist, name, 'index.js')
    const options = { env: { ...process.env, ...env }, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] satisfies StdioOptions }
    const instance = fork(path.join(__dirname, 'cloud-instance.mjs'), [file], options)
    for (const stream of [instance.stdout, instance.stderr]) stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    all.add(instance)
    return instance
  }

  const callAs = (openId: string): CallCloud => async ({ name, data }) => {
    const instance = idle.get(name)?.pop() ?? start(name)
    const answer = await ask(instance, message(openId, data))
    idle.set(name, [...(idle.get(name) ?? []), instance])
    if (answer.error !== undefined) throw new Error(answer.error)
    return answer.result
  }

  return {
    callAs,
    printed: () => printed,
    close: async () => void (await Promise.all([...all].map(end))),
  }
}

/** What Tencent's cloud hands an event function: the caller in the event and in the environment. */
function message(openId: string, data: unknown) {
  const environment = { WX_OPENID: openId, WX_APPID: appId, TCB_SOURCE: 'wx_devtools' }
  const event = { ...(isFields(data) ? data : {}), userInfo: { openId, appId } }
  return { event, environment, context: { request_id: randomUUID(), memory_limit_in_mb: 256, time_limit_in_ms: 20_000 } }
}

function ask(instance: ChildProcess, message: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const done = (finish: () => void) => {
      instance.removeListener('message', answered)
      instance.removeListener('exit', ended)
      finish()
    }
    const answered = (answer: Answer) => done(() => resolve(answer))
    const ended = () => done(() => reject(new Error('instanceEnded: the function ended before it answered')))
    instance.on('message', answered)
    instance.on('exit', ended)
    instance.send(message)
  })
}

async function end(instance: ChildProcess): Promise<void> {
  if (instance.exitCode !== null || instance.signalCode !== null) return
  const exit = once(instance, 'exit')
  instance.disconnect()
  await exit
}
