import * as v from 'valibot'
import { errorCodes, replyOf, statusOf, type ErrorCode, type OperationName } from '@/contract'
import { operations } from '@/contract/operations'
import { findPersonalData } from '../security/scan'
import { names } from './good-requests'
import type { RequestInput } from './input'
import type { Came } from './wire'

/** What no answer says: where code lies, how it failed, what the database was asked. */
const inside = /node_modules|\bat [\w.<>]+ \(|\.[cm]?[jt]s:\d|\/(?:work|tmp|home|root)\/|postgres|syntax error|violates|invalid input|invalid byte|\bselect .+ from\b|insert into|TypeError|FST_ERR|ECONN/i

/** The operation that a path leads to. */
export const operationAt = ({ method, path }: Pick<RequestInput, 'method' | 'path'>): OperationName | undefined =>
  method === 'POST' ? names.find((name) => path.split(/[?#]/, 1)[0] === `/${name}`) : undefined

const isFailure = (reply: unknown): reply is { readonly ok: false; readonly error: { readonly code: ErrorCode } } =>
  typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === false

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const wrongInReply = (reply: unknown, status: number, operation: OperationName | undefined): string[] => {
  const shape = v.safeParse(replyOf<v.GenericSchema>(operation ? operations[operation].data : v.never()), reply)
  if (!shape.success) return [`the reply is of no shape of the contract: ${shape.issues[0].message}`]
  if (!isFailure(reply)) return status === 200 ? [] : [`a good answer comes with ${status}`]
  const { code } = reply.error
  if (!errorCodes.includes(code)) return [`${code} is not on the closed list`]
  return statusOf(code) === status ? [] : [`${code} comes with ${status}`]
}

/** Whether Node's own parser may have given a request up, so that its connection is all there is to close. */
const mayBeClosed = ({ method, headers, framing, body }: RequestInput): boolean =>
  method === 'CONNECT' || framing === 'more' || body.length > 60_000 || headers.some(([name]) => ['upgrade', 'connection', 'transfer-encoding', 'content-length', 'expect'].includes(name))

/** Pages beside the operations, which answer in a form of their own. */
const isBeside = ({ path, method }: RequestInput): boolean => ['/healthz', '/readyz'].includes(path) && ['GET', 'HEAD'].includes(method)

/** What is wrong with what came of a request; nothing, if it is as it should be. */
export const wrongIn = (input: RequestInput, came: Came): string[] => {
  if (came.kind === 'hung') return ['it was neither answered nor closed']
  if (came.kind !== 'answer') return mayBeClosed(input) ? [] : ['the connection was closed without an answer']
  const { status, body } = came
  const found = status >= 500 ? [`it was answered ${status}`] : []
  if (input.method === 'HEAD' || isBeside(input)) return found
  const reply = parsed(body)
  const refused = isFailure(reply)
  return [
    ...found,
    ...wrongInReply(reply, status, operationAt(input)),
    ...(refused && inside.test(body) ? ['the refusal tells of the inside'] : []),
    ...(refused ? findPersonalData(body).map(() => 'the refusal holds personal data') : []),
  ]
}

/** Whether anything may have changed: only what was answered well changes the record. */
export const isRefused = (came: Came): boolean => came.kind === 'answer' && came.status >= 400

const lineKeys = ['level', 'time', 'requestId', 'operation', 'code', 'ms', 'error', 'reason']
/** What is wrong with the lines that were logged meanwhile. */
export const wrongInLines = (lines: readonly string[]): string[] => lines.flatMap((line) => {
  const said = parsed(line)
  if (typeof said !== 'object' || said === null) return ['a line of the log is no JSON']
  const unknown = Object.keys(said).filter((key) => !lineKeys.includes(key))
  return [
    ...('error' in said ? [`a line of the log tells of a fault: ${line}`] : []),
    ...unknown.map((key) => `a line of the log says ${key}`),
    ...findPersonalData(line).map(() => 'a line of the log holds personal data'),
  ]
})
