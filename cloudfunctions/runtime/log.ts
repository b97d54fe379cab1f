import { types } from 'node:util'
import pino, { type DestinationStream, type Logger } from 'pino'

export type Log = Logger

/** Should a field of a person ever reach a log line, this is what stands there instead. */
const personal = ['idNumber', 'id_number', 'cardNumber', 'card_number', 'name', 'phone', 'address', 'openid', 'token', 'authorization', 'password']

/** The process's log: JSON lines of request id, operation, code and milliseconds; nothing from bodies. */
export const logTo = (level: string, destination?: DestinationStream): Log =>
  pino({ level, base: null, redact: { paths: personal.flatMap((field) => [field, `*.${field}`]), censor: '[redacted]' } }, destination)

const frames = (stack: string | undefined) => stack?.split('\n').filter((line) => /^\s+at /.test(line)).map((line) => line.trim())

/** What a log may hold of an error: its kind, code and place. A database's messages quote values, so the message stays out. */
export const errorForLog = (thrown: unknown) =>
  types.isNativeError(thrown)
    ? { kind: thrown.constructor.name, ...('code' in thrown && { code: thrown.code }), at: frames(thrown.stack) }
    : { kind: typeof thrown }
