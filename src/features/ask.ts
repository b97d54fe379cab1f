import * as v from 'valibot'
import { replyOf, type DataOf, type Reply, type RequestOf } from '@/contract'
import { call } from '@/platform/call'
import { named, type Asked, type AskedName, type Named } from './asked'
import { answeredWith, Failed, failureOf } from './failure'

const answerTo = async ({ name, function: of }: Named, request: object, token?: string): Promise<unknown> => {
  const [, operation = ''] = name.split('/')
  try {
    return await call(of, operation, request, token)
  } catch {
    throw new Failed(failureOf('noAnswer'))
  }
}

/** Asks one operation once and gives back its data, checked against the contract; anything else is thrown as Failed. */
export const ask = async <Name extends AskedName>(asked: Asked<Name>, request: RequestOf<Name>, token?: string): Promise<DataOf<Name>> => {
  const operation = named(asked)
  const answer = await answerTo(operation, request, token)
  const checked = v.safeParse(replyOf(operation.data), answer)
  if (!checked.success) throw new Failed(failureOf('unknownAnswer'))
  const reply = checked.output as Reply<DataOf<Name>>
  if (!reply.ok) throw new Failed(answeredWith(reply.error))
  return reply.data
}
