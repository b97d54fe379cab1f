import { isUtf8 } from 'node:buffer'
import cors from '@fastify/cors'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { functionNames } from '@/contract'
import type { Config } from '../runtime/config'
import { RequestError, type HttpAnswer } from '../runtime/errors'
import { requestIdFrom, type HttpContext } from '../runtime/facts'
import type { Log } from '../runtime/log'
import type { Meter } from '../runtime/meter'
import { serveDocs } from './docs'
import { drainable } from './draining'
import { answerBrokenRequest, answerFailure, send } from './failures'
import type { Functions } from './functions'
import { servePages } from './preview'
import { serveVerify } from './verify'

const bodyBytes = 64 * 1024
/** A photo of 300 KB as base64, with what stands beside it. */
const photoBodyBytes = 448 * 1024
/** Longer than a load balancer keeps an idle connection, so that it is never we who close one it is about to use. */
const keepAliveMs = 65_000
const requestMs = 30_000
/** How often connections are looked at: a request that is late is closed within so much more. */
const lookMs = 5_000

export interface HostNeeds {
  readonly functions: Functions
  readonly config: Pick<Config, 'allowedOrigins' | 'rateLimit' | 'trustedProxies' | 'receiptKeys'>
  readonly log: Log
  readonly meter: Meter
  /** Resolves when the database answers, and this host may serve. */
  readonly ready: () => Promise<unknown>
  /** The folder of the browser build, to serve it from the same address. */
  readonly preview?: string
  /** The folder of the counter's page, to serve it at `/counter`. */
  readonly counter?: string
  /** The folder of the page that checks receipts, to serve it at `/verify`. */
  readonly verify?: string
  /** The folder of the page to read and try the API, to serve it at `/docs`. */
  readonly docs?: string
}

export interface Host {
  readonly server: FastifyInstance
  /** Finishes what is in flight, refuses what is new, and closes. */
  stop(): Promise<void>
}

/** A body as it was sent, over which a partner signs, and what it says. */
interface Body {
  readonly text: string
  readonly json: unknown
}

/** Every operation is asked the same way. */
type Asked = { Body: Body | undefined }

/** Partners ask for many citizens from few addresses, each as often as it was given leave to. */
const partnersFold = 10

const isForPartners = ({ url }: Pick<FastifyRequest, 'url'>) => url.startsWith('/channel/')

const isAnswer = (value: object): value is HttpAnswer => 'statusCode' in value

const addFunctions = async (scope: FastifyInstance, { functions, config }: HostNeeds) => {
  await scope.register(rateLimit, {
    max: (request) => config.rateLimit.max * (isForPartners(request) ? partnersFold : 1),
    keyGenerator: (request) => (isForPartners(request) ? `channel ${request.ip}` : request.ip),
    timeWindow: config.rateLimit.seconds * 1000,
    // a refusal says when to come back; counting down in every other answer costs more than it tells
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false, 'retry-after': false },
    errorResponseBuilder: (_request, { ttl }) => new RequestError('tooManyRequests', { retryAfterSeconds: Math.ceil(ttl / 1000) }),
  })
  const answer = async (request: FastifyRequest<Asked>, reply: FastifyReply) => {
    const [, first] = request.url.split('/')
    const name = functionNames.find((one) => one === first)
    if (!name) throw new RequestError('notFound')
    const { url, method: httpMethod, headers, ip: address, body } = request
    const httpContext: HttpContext = { url, httpMethod, headers, address, ...(body && { rawBody: body.text }) }
    const answered = await functions[name](body?.json, { eventID: request.id, httpContext })
    if (!isAnswer(answered)) throw new TypeError(`${name} did not answer over HTTP`)
    return send(reply, answered)
  }
  scope.post<Asked>('/reissue/uploadPhoto', { bodyLimit: photoBodyBytes }, answer)
  scope.post<Asked>('/:name/:operation', answer)
}

const allowOrigins = async (server: FastifyInstance, origins: readonly string[]) => {
  if (origins.length === 0) return
  await server.register(cors, { origin: [...origins], methods: ['POST'], allowedHeaders: ['authorization', 'content-type'], maxAge: 600 })
}

const addHealth = (server: FastifyInstance, ready: HostNeeds['ready']) => {
  server.get('/healthz', async () => ({ ok: true }))
  server.get('/readyz', async () => {
    await ready().catch(() => { throw new RequestError('busy') })
    return { ok: true }
  })
}

const jsonOnly = (server: FastifyInstance) => {
  server.removeAllContentTypeParsers()
  const parse = server.getDefaultJsonParser('error', 'error')
  server.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer', bodyLimit: bodyBytes }, (request, bytes, done) => {
    // read loosely, other bytes would come to the same text, and a signature over it would hold for them too
    if (!isUtf8(bytes)) return done(new RequestError('malformedRequest'))
    const text = bytes.toString()
    return parse(request, text, (error, json) => (error ? done(error) : done(null, { text, json })))
  })
}

/** The functions as a server: `POST /<function>/<operation>`, `GET /healthz` (it runs), `GET /readyz` (the database answers), `GET /openapi.json`. */
export const createHost = async (needs: HostNeeds): Promise<Host> => {
  const fail = answerFailure(needs.log, needs.meter)
  const server = fastify({
    logger: false,
    bodyLimit: bodyBytes,
    keepAliveTimeout: keepAliveMs,
    requestTimeout: requestMs,
    // left longer than a request may take, the time for its headers would be the request's
    http: { requestTimeout: requestMs, headersTimeout: requestMs, connectionsCheckingInterval: lookMs },
    trustProxy: needs.config.trustedProxies.length > 0 ? [...needs.config.trustedProxies] : false,
    requestIdHeader: false,
    genReqId: ({ headers: { 'x-request-id': given } }) => requestIdFrom(typeof given === 'string' ? given : undefined),
    frameworkErrors: fail,
    clientErrorHandler: answerBrokenRequest,
  })
  server.setErrorHandler(fail)
  server.setNotFoundHandler(async () => { throw new RequestError('notFound') })
  // whatever a client expects of us, it is answered
  server.server.on('checkExpectation', (request, response) => server.server.emit('request', request, response))
  const stop = drainable(server)
  jsonOnly(server)
  await allowOrigins(server, needs.config.allowedOrigins)
  await server.register(async (scope) => addFunctions(scope, needs))
  addHealth(server, needs.ready)
  await serveDocs(server, needs.docs)
  if (needs.preview) await servePages(server, needs.preview)
  if (needs.counter) await servePages(server, needs.counter, '/counter')
  await serveVerify(server, needs.verify, needs.config.receiptKeys)
  return { server, stop }
}
