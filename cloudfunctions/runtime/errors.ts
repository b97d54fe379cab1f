import { statusOf, type ErrorCode, type FailureOnWire } from '@/contract'
import { messages } from './messages'

export type ErrorDetails = NonNullable<FailureOnWire['details']>

/** Thrown where a request cannot be answered: one of the contract's codes, which becomes the reply. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  constructor(readonly code: ErrorCode, readonly details?: ErrorDetails) {
    super(messages[code])
  }
}

/** One property of whatever was thrown: packages and realms bring errors that are no instance of our `Error`. */
const propertyOf = (thrown: unknown, name: string): unknown =>
  typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, name) : undefined

/** The code of a system's or a package's error. */
export const codeOf = (thrown: unknown): string | undefined => {
  const code = propertyOf(thrown, 'code')
  return typeof code === 'string' ? code : undefined
}

/** Functions are bundled apart and may share one repository: another bundle's class is the same error. */
const isRequestError = (thrown: unknown): thrown is RequestError => propertyOf(thrown, 'name') === 'RequestError'

/** What the driver and PostgreSQL say when the database cannot take the request now; it may well work a moment later. */
const busyCodes = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH',
  '40001', '40P01', '55P03', '57014', '57P01', '57P02', '57P03', '57P05',
  // a server that only follows another, and a disk that cannot be read or written
  '25006', '58030',
])
/** It is not to be reached (08), or lacks room, memory or connections (53). */
const busyClasses = ['08', '53']
const busyMessage = /timeout exceeded when trying to connect|connection terminated|query read timeout|client has encountered a connection error/i

/** Whether the database could not be asked, or not to the end. */
export const isBusy = (thrown: unknown): boolean => {
  const code = codeOf(thrown) ?? ''
  return busyCodes.has(code) || busyClasses.some((one) => code.startsWith(one)) || busyMessage.test(String(propertyOf(thrown, 'message')))
}

/** Any thrown thing as what the caller is told: a code, a sentence, and for a fault the id to quote; never a stack. */
export const failureOf = (thrown: unknown, requestId: string): FailureOnWire => {
  if (isRequestError(thrown)) return failure(thrown.code, thrown.details)
  return isBusy(thrown) ? failure('busy', { requestId }) : failure('fault', { requestId })
}

export const failure = (code: ErrorCode, details?: ErrorDetails): FailureOnWire =>
  details ? { code, message: messages[code], details } : { code, message: messages[code] }

/** An answer over HTTP, in the form that both our host and @cloudbase/functions-framework send on. */
export interface HttpAnswer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string | string[]>>
  readonly body: string
}

type Answered = { readonly ok: boolean; readonly error?: FailureOnWire }

/** After so many seconds whoever met with a busy database, or a host that was just ending, may find it well again. */
const busySeconds = 5

const headersOf = ({ error }: Answered, requestId: string, setCookie: string[]): HttpAnswer['headers'] => {
  const retryAfter = error?.code === 'busy' ? busySeconds : error?.details?.retryAfterSeconds
  return {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    ...(setCookie.length > 0 && { 'set-cookie': setCookie }),
  }
}

/** A reply with the status that fits it, when to come back where it says so, and the cookies it sets. */
export const httpAnswer = (reply: Answered, requestId: string, setCookie: string[] = []): HttpAnswer => ({
  statusCode: reply.error ? statusOf(reply.error.code) : 200,
  headers: headersOf(reply, requestId, setCookie),
  body: JSON.stringify(reply),
})
