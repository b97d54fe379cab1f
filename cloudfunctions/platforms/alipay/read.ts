import * as v from 'valibot'
import { RequestError } from '../../runtime/errors'
import { errorOf, isError, type Answer } from './errors'

/** The fields of a good answer. One without them is none of Alipay's making: `busy`. */
export const read = <Fields extends v.ObjectEntries>(fields: Fields, answer: Answer): v.InferOutput<v.ObjectSchema<Fields, undefined>> => {
  if (isError(answer)) throw errorOf(answer)
  const parsed = v.safeParse(v.object(fields), answer)
  if (!parsed.success) throw new RequestError('busy')
  return parsed.output
}
