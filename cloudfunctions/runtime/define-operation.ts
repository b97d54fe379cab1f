import * as v from 'valibot'
import { operations, type Access, type DataOf, type OperationName } from '@/contract'
import type { Caller } from './caller'
import { RequestError } from './errors'
import type { Services } from './services'

type Who<Name extends OperationName> = (typeof operations)[Name]['access'] extends 'account' | 'citizen' ? Caller : null

export interface Call<Signed extends Caller | null = Caller> extends Services {
  /** Whoever signed in; null in an operation anyone may call. */
  readonly caller: Signed
  readonly requestId: string
  /** Where the caller is; undefined where no host says so. */
  readonly address: string | undefined
}

export type Parsed<Name extends OperationName> = v.InferOutput<(typeof operations)[Name]['request']>
export type Run<Name extends OperationName> = (request: Parsed<Name>, call: Call<Who<Name>>) => Promise<DataOf<Name>>

export interface DefinedOperation<Name extends OperationName = OperationName> {
  readonly name: Name
  readonly access: Access
  /** Reads a raw request by the contract and runs. `call.caller` must be someone wherever `access` needs a sign-in. */
  answer(raw: unknown, call: Call<Caller | null>): Promise<DataOf<Name>>
}

/** The first wrong field's path; never its value, and no name that nobody of ours could have chosen. */
const fieldOf = (issue: v.BaseIssue<unknown>) => {
  const field = issue.path?.map(({ key }) => String(key)).join('.')
  return field && /^[\w.]{1,80}$/.test(field) ? { field } : undefined
}

const parse = <Name extends OperationName>(name: Name, raw: unknown): Parsed<Name> => {
  const schema: v.GenericSchema = operations[name].request
  const parsed = v.safeParse(schema, raw)
  if (!parsed.success) throw new RequestError('malformedRequest', fieldOf(parsed.issues[0]))
  return parsed.output as Parsed<Name>
}

/**
 * An operation of the contract: from a parsed request to its data. It refuses by throwing a `RequestError`.
 * In an operation for accounts or citizens `call.caller` is whoever signed in.
 */
export const defineOperation = <Name extends OperationName>(name: Name, run: Run<Name>): DefinedOperation<Name> => ({
  name,
  access: operations[name].access,
  // defineFunction answers an operation that needs a sign-in only with its caller found
  answer: async (raw, call) => run(parse(name, raw), call as Call<Who<Name>>),
})
