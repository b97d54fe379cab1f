import { request as requestHttp } from 'node:http'
import { request as requestHttps, type RequestOptions } from 'node:https'
import { codeOf } from '../../runtime/errors'
import { isLoopback, lookupWithin, refusedAddress } from './addresses'
import { hostOf } from './url'

export interface Posted {
  readonly url: URL
  readonly privateNetwork: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** How long (ms) an answer may stay away. */
  readonly timeoutMs: number
}

const isGood = (status: number) => status >= 200 && status < 300

const wordFor = (thrown: unknown, signal: AbortSignal): string => {
  if (codeOf(thrown) === refusedAddress) return 'privateAddress'
  return signal.aborted ? 'timeout' : 'cut'
}

/**
 * Sends a body once and follows nothing. Null when it was taken (2xx); else the status of the answer, `timeout`, `cut` where none came, or
 * `privateAddress` where none was asked for. What the other side says beside its status is not read.
 */
export const post = ({ url, privateNetwork, headers, body, timeoutMs }: Posted): Promise<string | null> =>
  new Promise((resolve) => {
    const signal = AbortSignal.timeout(timeoutMs)
    const options: RequestOptions = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      signal,
      // a kept connection that the other side has just closed would look like a cut
      agent: false,
      ...(!isLoopback(hostOf(url)) && { lookup: lookupWithin(privateNetwork) }),
    }
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (response) => {
      const status = response.statusCode ?? 0
      // the signal also ends an answer that never does
      response.on('error', () => undefined).resume()
      resolve(isGood(status) ? null : String(status))
    })
    request.on('error', (thrown) => resolve(wordFor(thrown, signal)))
    request.on('close', () => resolve('cut'))
    request.end(body)
  })
