import * as v from 'valibot'
import { RequestError } from '../../runtime/errors'
import { good } from './errors'
import type { Reply } from './http'

/** The fields of a good reply. One without them was cut or garbled on its way: `busy`. */
export const read = <Fields extends v.ObjectEntries>(fields: Fields, reply: Reply): v.InferOutput<v.ObjectSchema<Fields, undefined>> => {
  const parsed = v.safeParse(v.object(fields), good(reply))
  if (!parsed.success) throw new RequestError('busy')
  return parsed.output
}
