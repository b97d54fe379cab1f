import { randomUUID } from 'node:crypto'
import type { FunctionName } from '@/contract'
import { RequestError } from './errors'

export interface HttpContext {
  readonly url: string
  readonly httpMethod: string
  readonly headers: Readonly<Record<string, unknown>>
  /** Where the request came from, as the host found it: no header is believed here. */
  readonly address?: string
  /** The body as it came, over which a partner signs; absent where a host does not keep it. */
  readonly rawBody?: string
}

/** What is known of one call before its request is read. */
export type Facts = { readonly requestId: string; /** Where the caller is, when that is known. */ readonly address: string | undefined } & (
  | { readonly form: 'http'; readonly method: string; readonly path: string; readonly rawBody: string | undefined; header(name: string): string | undefined }
  | { readonly form: 'event'; readonly openid: string | undefined }
)

const isUuid = (text: string) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
/** As long as a phone number, or a card's: it may be somebody's. */
const holdsNumber = (text: string) => /\d{11}/.test(text.replaceAll(/[-_]/g, ''))

/** A request id is taken from outside only if it is well formed and no number of somebody's, so that no one writes into our logs; else it is a new one. */
export const requestIdFrom = (given = ''): string => (isUuid(given) || (/^[\w-]{8,64}$/.test(given) && !holdsNumber(given)) ? given : randomUUID())

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** Our host gives a path, @cloudbase/functions-framework a whole address. */
const pathOf = (url: string) => url.replace(/^https?:\/\/[^/?#]*/, '').split(/[?#]/, 1)[0] ?? ''

const isHttpContext = (value: unknown): value is HttpContext =>
  isRecord(value) && typeof value.url === 'string' && typeof value.httpMethod === 'string' && isRecord(value.headers)

/**
 * The facts of a call, whichever host makes it: our own and @cloudbase/functions-framework give `httpContext`, Tencent's cloud
 * does not. Only an event is ever read together with the process's OPENID.
 */
export const factsOf = (context: unknown, environment: NodeJS.ProcessEnv): Facts => {
  const given = isRecord(context) ? context : {}
  const requestId = requestIdFrom(textOf(given.eventID) ?? textOf(given.request_id))
  if (given.httpContext === undefined) return { form: 'event', requestId, openid: environment.WX_OPENID, address: environment.WX_CLIENTIP }
  if (!isHttpContext(given.httpContext)) throw new TypeError('the host called with an HTTP context of an unknown form')
  const { url, httpMethod, headers, address, rawBody } = given.httpContext
  const body = textOf(rawBody)
  return { form: 'http', requestId, address: textOf(address), method: httpMethod, path: pathOf(url), rawBody: body, header: (name) => textOf(headers[name]) }
}

/** What WeChat's cloud adds to every event; never proof of anything. */
const added = ['operation', 'userInfo', 'tcbContext']

const fromHttp = (facts: Extract<Facts, { form: 'http' }>, name: FunctionName, body: unknown) => {
  const [, first, operation, ...rest] = facts.path.split('/')
  if (facts.method !== 'POST' || first !== name || operation === undefined || rest.length > 0) throw new RequestError('notFound')
  if (!/^application\/json\b/i.test(facts.header('content-type') ?? '')) throw new RequestError('notJson')
  return { operation, request: body }
}

/** The operation's short name and its request: the path and body over HTTP, `{operation, ...request}` in an event. */
export const requestOf = (facts: Facts, name: FunctionName, event: unknown): { operation: string; request: unknown } => {
  if (facts.form === 'http') return fromHttp(facts, name, event)
  if (!isRecord(event) || typeof event.operation !== 'string') throw new RequestError('malformedRequest', { field: 'operation' })
  return { operation: event.operation, request: Object.fromEntries(Object.entries(event).filter(([key]) => !added.includes(key))) }
}
