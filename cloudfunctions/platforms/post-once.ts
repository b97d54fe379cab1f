import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { text } from 'node:stream/consumers'
import { RequestError } from '../runtime/errors'

/** What was asked may have been done, though no whole answer came: asking again could do it twice. */
export class Unheard extends RequestError {
  constructor() {
    super('busy')
  }
}

export interface Posted {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** How long (ms) a whole answer may stay away. */
  readonly limitMs: number
}

export interface Heard {
  readonly status: number
  readonly body: string
}

/**
 * Sends a body once, on a connection of its own: a kept one that the other side has just closed would look like a cut. Throws `busy` where
 * nothing was sent, and Unheard where it may have been.
 */
export const postOnce = ({ url, headers, body, limitMs }: Posted): Promise<Heard> =>
  new Promise((resolve, reject) => {
    const isSecure = url.protocol === 'https:'
    let isConnected = false
    const fail = () => reject(isConnected ? new Unheard() : new RequestError('busy'))
    const length = String(Buffer.byteLength(body))
    const options = { method: 'POST', headers: { ...headers, 'content-length': length }, signal: AbortSignal.timeout(limitMs), agent: false } as const
    const request = (isSecure ? requestHttps : requestHttp)(url, options)
    request.on('socket', (socket) => socket.once(isSecure ? 'secureConnect' : 'connect', () => { isConnected = true }))
    request.on('error', fail)
    request.on('response', (response) => void text(response).then((said) => resolve({ status: response.statusCode ?? 0, body: said }), fail))
    request.end(body)
  })
