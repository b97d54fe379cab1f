import { errorCodes, statusOf, type ErrorCode, type Operation } from '@/contract'
import { messages } from '../../runtime/messages'
import { refTo, type Json } from './schemas'

const json = (schema: Json, example: unknown) => ({ 'application/json': { schema, example } })
const headers = { 'X-Request-Id': refTo('headers', 'RequestId') }

/** A request id goes out with every answer. */
export const responseHeaders: Json = {
  RequestId: { description: 'To quote where something went wrong; the request’s own X-Request-Id where it has one of this form.', schema: { type: 'string', pattern: '^[\\w-]{8,64}$' } },
}

/** The answer that is hoped for. */
export const good = (data: Json, example: unknown): Json => ({
  description: 'Done.',
  headers,
  content: json({ type: 'object', properties: { ok: { type: 'boolean', const: true }, data }, required: ['ok', 'data'] }, { ok: true, data: example }),
})

const statuses = [...new Set(errorCodes.map(statusOf))].sort()
const codesOf = (status: number) => errorCodes.filter((code) => statusOf(code) === status)
const nameOf = (status: number) => `Refused${status}`

const refusal = (codes: readonly ErrorCode[]): Json => ({
  description: codes.map((code) => `- \`${code}\`: ${messages[code]}`).join('\n'),
  headers,
  content: json(
    { allOf: [refTo('schemas', 'Refused'), { type: 'object', properties: { error: { type: 'object', properties: { code: { enum: codes } } } } }] },
    { ok: false, error: { code: codes[0], message: codes[0] && messages[codes[0]] } },
  ),
})

/** Every status with the codes that go with it, whichever operation refuses. */
export const refusals = (): Json => Object.fromEntries(statuses.map((status) => [nameOf(status), refusal(codesOf(status))]))

/** What only whoever has to say who they are is answered, or whose card's rules refuse. */
const ofSomebody = [401, 403, 409]
const isForAll = ({ access, function: of }: Pick<Operation, 'access' | 'function'>) => access === 'sandbox' || (access === 'anyone' && of === 'outlets')

/** The refusals that an operation can answer with, by their status. */
export const refusalsOf = (operation: Pick<Operation, 'access' | 'function'>): Json =>
  Object.fromEntries(statuses.filter((status) => !isForAll(operation) || !ofSomebody.includes(status)).map((status) => [status, refTo('responses', nameOf(status))]))
