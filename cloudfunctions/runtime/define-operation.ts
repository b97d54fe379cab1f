import * as v from 'valibot'
import { type Access, type DataOf, type OperationName } from '@/contract'
import { operations } from '@/contract/operations'
import type { Caller } from './caller'
import type { Cookies } from './cookies'
import { RequestError } from './errors'
import type { Partner, StaffMember } from './partner'
import type { Services } from './services'

/** Whoever asks, by what an operation's access demands; null where anyone may. */
export type Asker = Caller | Partner | StaffMember | null

interface AskerOf extends Readonly<Record<Access, Asker>> {
  readonly anyone: null
  readonly sandbox: null
  readonly account: Caller
  readonly citizen: Caller
  readonly partner: Partner
  readonly staff: StaffMember
}
type Who<Name extends OperationName> = AskerOf[(typeof operations)[Name]['access']]

export interface Call<Who extends Asker = Caller> extends Services {
  /** Whoever asks; null in an operation anyone may call. */
  readonly caller: Who
  readonly cookies: Cookies
  readonly requestId: string
  /** Where the caller is; undefined where no host says so. */
  readonly address: string | undefined
}

export type Parsed<Name extends OperationName> = v.InferOutput<(typeof operations)[Name]['request']>
export type Run<Name extends OperationName> = (request: Parsed<Name>, call: Call<Who<Name>>) => Promise<DataOf<Name>>

export interface DefinedOperation<Name extends OperationName = OperationName> {
  readonly name: Name
  readonly access: Access
  /** Reads a raw request by the contract and runs. `call.caller` must be whom `access` demands. */
  answer(raw: unknown, call: Call<Asker>): Promise<DataOf<Name>>
}

/** The first wrong field's path; never its value, and no name that nobody of ours could have chosen: of letters, and numbers in a list. */
const fieldOf = (issue: v.BaseIssue<unknown>) => {
  const field = issue.path?.map(({ key }) => String(key)).join('.')
  return field && field.length <= 80 && /^(?:[a-z]+|\d{1,3})(?:\.(?:[a-z]+|\d{1,3}))*$/i.test(field) ? { field } : undefined
}

const parse = <Name extends OperationName>(name: Name, raw: unknown): Parsed<Name> => {
  const schema: v.GenericSchema = operations[name].request
  const parsed = v.safeParse(schema, raw)
  if (!parsed.success) throw new RequestError('malformedRequest', fieldOf(parsed.issues[0]))
  return parsed.output as Parsed<Name>
}

/**
 * An operation of the contract: from a parsed request to its data. It refuses by throwing a `RequestError`.
 * `call.caller` is whom the operation's access demands.
 */
export const defineOperation = <Name extends OperationName>(name: Name, run: Run<Name>): DefinedOperation<Name> => ({
  name,
  access: operations[name].access,
  // defineFunction answers an operation only with whom its access demands
  answer: async (raw, call) => run(parse(name, raw), call as Call<Who<Name>>),
})
