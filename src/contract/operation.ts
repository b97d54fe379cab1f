import type * as v from 'valibot'

export const functionNames = ['session', 'person', 'card', 'reissue', 'outlets', 'channel', 'counter'] as const
/** A deployable cloud function. */
export type FunctionName = (typeof functionNames)[number]

/**
 * Who may call: anyone; anyone but only in the sandbox; an account that is signed in, whether or not we know whose it is; a
 * citizen, whose account is bound to a person (`notBound` otherwise); a partner, who signs each request, or a member of staff who is
 * signed in at a counter and acts as one; or such a member of staff alone.
 */
export type Access = 'anyone' | 'sandbox' | 'account' | 'citizen' | 'partner' | 'staff'

/** Whether someone has to be signed in. */
export const needsSignIn = (access: Access): access is 'account' | 'citizen' => access === 'account' || access === 'citizen'

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
