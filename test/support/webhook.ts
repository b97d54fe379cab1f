import { createHash, createHmac } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import * as v from 'valibot'
import type { DataOf } from '@/contract'
import { operations } from '@/contract/operations'

type Page = DataOf<'channel/events'>
export type FeedEvent = Page['events'][number]

/** What befalls one call: a status, perhaps with where else to go; its connection cut before or after it was read; an answer that waits. */
export type Fault = { status: number; location?: string } | 'cutBefore' | 'cutAfter' | { until: Promise<unknown> }

/** A partner's own server on this machine: it believes nothing that is not signed by one of its secrets. */
export interface Receiver {
  readonly url: string
  /** The pages it read whole, however it answered then, in the order in which they came. */
  readonly read: Page[]
  /** The secrets that the partner knows. */
  readonly secrets: string[]
  /** Those that the pages were signed with. */
  readonly signedWith: string[]
  /** What it took: the events of the pages that it answered with 200. */
  taken(): FeedEvent[]
  /** Calls that were not as the document says. */
  readonly wrong: string[]
  /** Befalls the calls to come, one each. */
  readonly faults: Fault[]
  /** Resolves when the next page was read. */
  next(): Promise<unknown>
  close(): Promise<void>
}

/** As docs/channels.md has it, in a partner's own words. */
const signature = (secret: string, path: string, headers: IncomingMessage['headers'], body: string): string =>
  createHmac('sm3', secret)
    .update(`POST\n${path}\n${headers['x-timestamp']}\n${headers['x-nonce']}\n${createHash('sm3').update(body).digest('hex')}`).digest('hex')

/** What is wrong with a call, or null. */
const faultIn = (request: IncomingMessage, partnerId: string, seen: Set<string>): string | null => {
  const { 'x-channel-id': id, 'x-timestamp': timestamp, 'x-nonce': nonce, 'content-type': type } = request.headers
  if (request.method !== 'POST' || type !== 'application/json') return `${request.method} ${type}`
  if (id !== partnerId) return `for ${String(id)}`
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return `at ${String(timestamp)}`
  if (typeof nonce !== 'string' || !/^[\w-]{16,64}$/.test(nonce) || seen.has(nonce)) return `nonce ${String(nonce)}`
  seen.add(nonce)
  return null
}

const path = '/told/events'
const query = '?of=us'

/** Listens for a partner who knows these secrets. */
export const receiver = async (partnerId: string, secrets: string[]): Promise<Receiver> => {
  const [read, signedWith, wrong, faults, taken]: [Page[], string[], string[], Fault[], FeedEvent[]] = [[], [], [], [], []]
  const nonces = new Set<string>()
  const heard = new EventEmitter()
  const check = (request: IncomingMessage, body: string): Page | null => {
    const secret = secrets.find((one) => signature(one, path, request.headers, body) === request.headers['x-signature'])
    const fault = faultIn(request, partnerId, nonces) ?? (secret === undefined ? 'signature' : null) ?? (request.url === path + query ? null : `at ${request.url}`)
    if (fault !== null || secret === undefined) {
      wrong.push(fault ?? '')
      return null
    }
    const [sent, page] = [JSON.parse(body) as unknown, v.parse(operations['channel/events'].data, JSON.parse(body))]
    // nothing beside what the contract has
    if (JSON.stringify(sent) !== JSON.stringify(page)) wrong.push('shape')
    signedWith.push(secret)
    return page
  }
  const handle = async (request: IncomingMessage, reply: ServerResponse) => {
    const fault = faults.shift()
    if (fault === 'cutBefore') return void request.socket.destroy()
    const page = check(request, await text(request))
    if (!page) return void reply.writeHead(401).end()
    read.push(page)
    heard.emit('read')
    if (fault === 'cutAfter') return void request.socket.destroy()
    if (fault && 'until' in fault) await fault.until
    const status = fault && 'status' in fault ? fault.status : 200
    if (status === 200) taken.push(...page.events)
    reply.writeHead(status, fault && 'location' in fault ? { location: fault.location } : {}).end('{"a body": "that nobody reads"}')
  }
  const server = createServer((request, reply) => void handle(request, reply).catch(() => request.socket.destroy()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}${query}`,
    read,
    secrets,
    signedWith,
    taken: () => taken,
    wrong,
    faults,
    next: () => once(heard, 'read'),
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}
