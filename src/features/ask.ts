import * as v from 'valibot'
import { operations, replyOf, type DataOf, type OperationName, type Reply, type RequestOf } from '@/contract'
import { call } from '@/platform/call'
import { Failed, failureOf } from './failure'

const answerTo = async (name: OperationName, request: object, token?: string): Promise<unknown> => {
  const [, operation = ''] = name.split('/')
  try {
    return await call(operations[name].function, operation, request, token)
  } catch {
    throw new Failed(failureOf('noAnswer'))
  }
}

/** Asks one operation once and gives back its data, checked against the contract; anything else is thrown as Failed. */
export const ask = async <Name extends OperationName>(name: Name, request: RequestOf<Name>, token?: string): Promise<DataOf<Name>> => {
  const answer = await answerTo(name, request, token)
  const checked = v.safeParse(replyOf(operations[name].data), answer)
  if (!checked.success) throw new Failed(failureOf('unknownAnswer'))
  const reply = checked.output as Reply<DataOf<Name>>
  if (!reply.ok) throw new Failed(failureOf(reply.error.code, reply.error.details))
  return reply.data
}
