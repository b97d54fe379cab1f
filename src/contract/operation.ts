import type * as v from 'valibot'

export const functionNames = ['session', 'card', 'outlets'] as const
/** A deployable cloud function. */
export type FunctionName = (typeof functionNames)[number]

/** Who may call: anyone, anyone but only in the sandbox, or a citizen who is signed in. */
export type Access = 'anyone' | 'sandbox' | 'citizen'

/** One operation: where it lives, who may call it, and the shapes of its request and reply. */
export interface Operation<
  Who extends Access = Access,
  Request extends v.GenericSchema = v.GenericSchema,
  Data extends v.GenericSchema = v.GenericSchema,
> {
  readonly function: FunctionName
  readonly access: Who
  readonly request: Request
  readonly data: Data
}

export const operation = <const Who extends Access, Request extends v.GenericSchema, Data extends v.GenericSchema>(
  of: FunctionName, access: Who, request: Request, data: Data,
): Operation<Who, Request, Data> => ({ function: of, access, request, data })
