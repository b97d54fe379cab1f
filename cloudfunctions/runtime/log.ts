import { types } from 'node:util'
import pino, { type DestinationStream, type Logger } from 'pino'
import { ConfigError } from './config-error'
import { currentRequestId } from './request-id'

export type Log = Logger

/** All that a line may say. A list of what is allowed misses nothing, as a list of what is personal would. */
const allowed = new Set(['requestId', 'operation', 'code', 'ms', 'error', 'reason'])

const isAllowed = (name: string) => allowed.has(name)
const redacted = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.keys(fields).every(isAllowed) ? fields : Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, isAllowed(name) ? value : '[redacted]']))

/** Whatever a request gives rise to is found by its id. */
const ofRequest = () => {
  const requestId = currentRequestId()
  return requestId === null ? {} : { requestId }
}

/** The process's log: JSON lines of request id, operation, code and milliseconds; nothing from bodies. */
export const logTo = (level: string, destination?: DestinationStream): Log =>
  pino({ level, base: null, mixin: ofRequest, formatters: { log: redacted } }, destination)

/** For a server, which answers many at once: lines are written together, twice a second at least and at the process's end. */
export const gatheredLog = (level: string): Log => logTo(level, pino.destination({ sync: false, minLength: 4096, periodicFlush: 500 }))

/**
 * Resolves once every line so far was written, or could not be since nobody reads them any more. What is left to the process's end is tried
 * again there for ever.
 */
export const written = (log: Log): Promise<void> => new Promise((resolve) => log.flush(() => resolve()))

const frames = (stack: string | undefined) => stack?.split('\n').filter((line) => /^\s+at /.test(line)).map((line) => line.trim())

/** A setting's fault is told by its message, which never shows a value; a database's messages quote values, so they stay out. */
const reasonOf = (thrown: Error) => thrown instanceof ConfigError && { reason: thrown.message }

/** What a log may hold of an error: its kind, code and place. */
export const errorForLog = (thrown: unknown) =>
  types.isNativeError(thrown)
    ? { kind: thrown.constructor.name, ...('code' in thrown && { code: thrown.code }), ...reasonOf(thrown), at: frames(thrown.stack) }
    : { kind: typeof thrown }
