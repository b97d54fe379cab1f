import type { FastifyReply, FastifyRequest } from 'fastify'
import { codeOf, failureOf, httpAnswer, RequestError, type HttpAnswer } from '../runtime/errors'
import { errorForLog, type Log } from '../runtime/log'
import type { Meter } from '../runtime/meter'

/** Also what its sender left in the middle: nobody hears the answer, and nothing is wrong here. */
const unreadable = new Set(['ECONNRESET', 'FST_ERR_CTP_EMPTY_JSON_BODY', 'FST_ERR_CTP_INVALID_JSON_BODY', 'FST_ERR_CTP_INVALID_CONTENT_LENGTH'])

/** What Fastify refuses before a function is reached, in the contract's codes. */
const known = (thrown: unknown): unknown => {
  const code = codeOf(thrown)
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new RequestError('tooLarge')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new RequestError('notJson')
  if (code === 'FST_ERR_BAD_URL' || code === 'FST_ERR_MAX_PARAM_LENGTH') return new RequestError('notFound')
  return unreadable.has(code ?? '') ? new RequestError('malformedRequest') : thrown
}

export const send = (reply: FastifyReply, { statusCode, headers, body }: HttpAnswer): FastifyReply => reply.code(statusCode).headers(headers).send(body)

/** Anything thrown in the host itself, as a reply in our form, counted, and one line in the log. */
export const answerFailure = (log: Log, meter: Meter) => (thrown: unknown, request: FastifyRequest, reply: FastifyReply) => {
  const error = failureOf(known(thrown), request.id)
  meter.answered('host', error.code, reply.elapsedTime)
  const wrong = error.code === 'fault' || error.code === 'busy'
  log[wrong ? 'error' : 'info']({ requestId: request.id, operation: 'host', code: error.code, ...(wrong && { error: errorForLog(thrown) }) })
  return send(reply, httpAnswer({ ok: false, error }, request.id))
}

/** A request so broken that Node's parser gives it up: there is nothing to answer but its connection. */
export const answerBrokenRequest = (error: NodeJS.ErrnoException, socket: { writable: boolean; end(text: string): void; destroy(): void }) => {
  if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy()
  const { body } = httpAnswer({ ok: false, error: failureOf(new RequestError('malformedRequest'), '') }, '')
  const lines = ['HTTP/1.1 400 Bad Request', 'content-type: application/json; charset=utf-8', `content-length: ${Buffer.byteLength(body)}`, 'connection: close']
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`)
}
