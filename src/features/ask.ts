import * as v from 'valibot'
import { citizenOperations, isForCitizens, replyOf, type CitizenOperationName, type DataOf, type Reply, type RequestOf } from '@/contract'
import { call } from '@/platform/call'
import { Failed, failureOf } from './failure'

const answerTo = async (name: CitizenOperationName, request: object, token?: string): Promise<unknown> => {
  const [, operation = ''] = name.split('/')
  try {
    return await call(citizenOperations[name].function, operation, request, token)
  } catch {
    throw new Failed(failureOf('noAnswer'))
  }
}

/** Asks one operation once and gives back its data, checked against the contract; anything else is thrown as Failed. */
export const ask = async <Name extends CitizenOperationName>(name: Name, request: RequestOf<Name>, token?: string): Promise<DataOf<Name>> => {
  const answer = await answerTo(name, request, token)
  const checked = v.safeParse(replyOf(citizenOperations[name].data), answer)
  if (!checked.success) throw new Failed(failureOf('unknownAnswer'))
  const reply = checked.output as Reply<DataOf<Name>>
  if (!reply.ok) throw new Failed(isForCitizens(reply.error.code) ? failureOf(reply.error.code, reply.error.details) : failureOf('unknownAnswer'))
  return reply.data
}
