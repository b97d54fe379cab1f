import { isFields, type Fields } from '../platform'
import { Offline, type HttpReply, type HttpRequest } from '../network'
import { answer, ApiFailure, textOf, type Options } from './callbacks'
import type { ApiContext, Apis } from './context'

// Alipay's own numbers
const alipayErrors = { network: 12, httpStatus: 19 }

/** `wx.request` and `my.request`, and WeChat's cloud, over the host's two seams. */
export function networkApis(context: ApiContext): Apis {
  return { request: requestApi(context), ...(context.platform === 'weapp' ? { cloud: cloudApi(context) } : {}) }
}

function requestApi(context: ApiContext) {
  return (options: Options) => {
    context.journal.calls.push({ api: 'request', options })
    const { promise: aborted, reject: abort } = abortable()
    const sent = send(context, options)
    const task = answer(context, 'request', options, Promise.race([sent, aborted]))
    const handle = { abort: () => abort(new ApiFailure('abort')), onHeadersReceived() {}, offHeadersReceived() {} }
    return task ? Object.assign(task, handle) : handle
  }
}

function abortable() {
  let reject = (_: Error): void => undefined
  const promise = new Promise<never>((_, fail) => (reject = fail))
  return { promise, reject }
}

async function send(context: ApiContext, options: Options): Promise<Fields> {
  const request = read(options)
  const what = `${request.method} ${new URL(request.url, 'http://no-host').pathname}`
  try {
    const reply = await context.network.pass(what, () => context.onRequest(request), ({ status }) => status)
    return context.platform === 'weapp' ? weappReply(reply) : alipayReply(reply)
  } catch (thrown) {
    if (thrown instanceof ApiFailure) throw thrown
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    if (!(thrown instanceof Offline) && !isConnectionError(thrown)) context.journal.fault('request', thrown)
    throw new ApiFailure(message, context.platform === 'alipay' ? { error: alipayErrors.network } : { errno: 600_001 })
  }
}

/** What `fetch` throws when nothing answers; all else would be a fault of the test. */
function isConnectionError(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.message === 'fetch failed'
}

function read(options: Options): HttpRequest {
  const { url, method, header, headers, data } = options
  const given = isFields(headers) ? headers : isFields(header) ? header : {}
  const named = Object.entries(given).map(([name, value]) => [name.toLowerCase(), textOf(value)])
  return {
    url: textOf(url),
    method: (textOf(method) || 'GET').toUpperCase(),
    headers: { 'content-type': 'application/json', ...(Object.fromEntries(named) as Record<string, string>) },
    data,
  }
}

function weappReply({ status, headers, data }: HttpReply): Fields {
  return { statusCode: status, header: headers, data, cookies: [] }
}

/** Alipay calls `fail` for every status that is not 2xx, with the reply in it. */
function alipayReply({ status, headers, data }: HttpReply): Fields {
  if (status < 200 || status > 299) throw new ApiFailure('http status error', { error: alipayErrors.httpStatus, status, headers, data })
  return { status, headers, data }
}

function cloudApi(context: ApiContext): Fields {
  const call = async (options: Options) => {
    const name = textOf(options['name'])
    // it crosses the wire as JSON
    const data: unknown = JSON.parse(JSON.stringify(options['data'] ?? {}))
    const operation = isFields(data) && data['operation'] !== undefined ? `/${textOf(data['operation'])}` : ''
    try {
      const result = await context.network.pass(`cloud ${name}${operation}`, () => context.onCloud({ name, data }), () => undefined)
      return { result, requestID: 'host' }
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : String(thrown)
      throw new ApiFailure(message, { errCode: thrown instanceof Offline ? -1 : -504_002 })
    }
  }
  return {
    init() {},
    callFunction: (options: Options) => {
      context.journal.calls.push({ api: 'cloud.callFunction', options })
      return answer(context, 'cloud.callFunction', options, call(options))
    },
  }
}
