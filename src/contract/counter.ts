import * as v from 'valibot'
import { operation } from './operation'
import { city } from './shapes'

const member = v.object({ staffId: v.string(), outletId: v.string(), outletName: v.optional(v.string()), city })
export type StaffOnWire = v.InferOutput<typeof member>

/** Staff of one outlet at the counter's page: the session is kept here, its credential is a cookie that no script reads. */
export const counterOperations = {
  'counter/signIn': operation(
    'counter',
    'anyone',
    v.strictObject({
      staffId: v.pipe(v.string(), v.regex(/^[\w-]+$/), v.minLength(1), v.maxLength(64)),
      password: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
    }),
    member,
  ),
  'counter/signOut': operation('counter', 'staff', v.strictObject({}), v.object({})),
  'counter/me': operation('counter', 'staff', v.strictObject({}), member),
} as const
