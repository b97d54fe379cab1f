import type * as v from 'valibot'

export const functionNames = ['session', 'card', 'outlets'] as const
/** A deployable cloud function. */
export type FunctionName = (typeof functionNames)[number]

/** Who may call: anyone, anyone but only in the sandbox, or a citizen who is signed in. */
export type Access = 'anyone' | 'sandbox' | 'citizen'

/** One operation: where it lives, who may call it, and the shapes of its request and reply. */
export interface Operation<Request extends v.GenericSchema = v.GenericSchema, Data extends v.GenericSchema = v.GenericSchema> {
  readonly function: FunctionName
  readonly access: Access
  readonly request: Request
  readonly data: Data
}

export const operation = <Request extends v.GenericSchema, Data extends v.GenericSchema>(
  of: FunctionName, access: Access, request: Request, data: Data,
): Operation<Request, Data> => ({ function: of, access, request, data })
