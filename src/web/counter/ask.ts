import * as v from 'valibot'
import { replyOf, type DataOf, type FailureOnWire, type OperationName, type Reply, type RequestOf } from '@/contract'
import { operations } from '@/contract/operations'

/** Why something was not done; `noAnswer` where nobody knows whether it was, `unread` where nothing was to be done but read. */
export class Refused extends Error {
  override readonly name = 'Refused'
  constructor(readonly code: FailureOnWire['code'] | 'noAnswer' | 'unread', readonly details: FailureOnWire['details'] = undefined) {
    super(code)
  }

  /** The same of something that was only read. */
  asReading(): Refused {
    return this.code === 'noAnswer' ? new Refused('unread') : this
  }
}

const send = async (name: OperationName, request: object): Promise<unknown> => {
  try {
    // whose session it is stands in a cookie that no script reads
    const answer = await fetch(`/${name}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) })
    return await answer.json()
  } catch {
    throw new Refused('noAnswer')
  }
}

/** Asks one operation once, and checks the answer against the contract. Throws Refused. */
export const ask = async <Name extends OperationName>(name: Name, request: RequestOf<Name>): Promise<DataOf<Name>> => {
  const checked = v.safeParse(replyOf<v.GenericSchema>(operations[name].data), await send(name, request))
  if (!checked.success) throw new Refused('noAnswer')
  const reply = checked.output as Reply<DataOf<Name>>
  if (!reply.ok) throw new Refused(reply.error.code, reply.error.details)
  return reply.data
}

export const refusedBy = (thrown: unknown): Refused => (thrown instanceof Refused ? thrown : new Refused('noAnswer'))
