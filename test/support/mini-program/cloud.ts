import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { Worker } from 'node:worker_threads'

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
  const idle = new Map<string, Worker[]>()
  const all = new Set<Worker>()
  let printed = ''

  const start = (name: string): Worker => {
    const file = path.resolve(dist, name, 'index.js')
    const instance = new Worker(path.join(__dirname, 'cloud-instance.mjs'), { workerData: { file }, env: { ...process.env, ...env }, stdout: true, stderr: true })
    for (const stream of [instance.stdout, instance.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
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
    close: async () => void (await Promise.all([...all].map((instance) => instance.terminate()))),
  }
}

/** What Tencent's cloud hands an event function: the caller in the event and in the environment. */
function message(openId: string, data: unknown) {
  const environment = { WX_OPENID: openId, WX_APPID: appId, TCB_SOURCE: 'wx_devtools' }
  const event = { ...(isFields(data) ? data : {}), userInfo: { openId, appId } }
  return { event, environment, context: { request_id: randomUUID(), memory_limit_in_mb: 256, time_limit_in_ms: 20_000 } }
}

function ask(instance: Worker, message: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const done = (end: () => void) => {
      instance.removeListener('message', answered)
      instance.removeListener('error', failed)
      end()
    }
    const answered = (answer: Answer) => done(() => resolve(answer))
    const failed = (error: Error) => done(() => reject(error))
    instance.on('message', answered)
    instance.on('error', failed)
    instance.postMessage(message)
  })
}
