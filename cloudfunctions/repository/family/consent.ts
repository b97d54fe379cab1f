import type { Caller } from '../../runtime/caller'
import { RequestError } from '../../runtime/errors'
import type { Keys } from '../../runtime/keys'
import { clock, inTransaction, type Database, type Run } from '../database'
import { holdCaller, refuseUnknownCaller } from '../known-caller'
import { childrenOf, type Child } from './children'

/** A guardian's word: what is kept of a child is agreed to, as the notice of a day (YYYY-MM-DD) says, or no longer. */
export interface ConsentRequest {
  readonly childKey: string
  readonly agreed: boolean
  readonly notice: string
}

const agree = `insert into consent select $1, 'child', $2, ${clock}, $3, null on conflict do nothing`
const withdraw = `update consent set withdrawn_at = ${clock} where person_key = $1 and what = 'child' and subject_key = $2 and withdrawn_at is null`

const wardOf = async (run: Run, keys: Keys, guardianKey: string, childKey: string): Promise<Child> => {
  const child = (await childrenOf(run, keys, guardianKey)).find((one) => one.childKey === childKey)
  if (!child) throw new RequestError('notFound')
  return child
}

const write = async (run: Run, guardianKey: string, child: Child, { childKey, agreed, notice }: ConsentRequest): Promise<void> => {
  if (!agreed) await run({ name: 'withdraw-consent', text: withdraw, values: [guardianKey, childKey] })
  // where none is needed none is kept
  else if (child.consent !== 'notNeeded') await run({ name: 'agree', text: agree, values: [guardianKey, childKey, notice] })
}

/**
 * Keeps or withdraws a guardian's consent; each one given stays as proof. What is so already stays as it was.
 * Refuses `notFound` for anyone but an own ward, `guardianOfAdult` once the child is of age.
 */
export const giveConsent = async (database: Database, keys: Keys, caller: Caller, request: ConsentRequest): Promise<Child> => {
  const guardianKey = await refuseUnknownCaller(database, caller)
  const child = await wardOf(database.run, keys, guardianKey, request.childKey)
  if (child.ended) throw new RequestError('guardianOfAdult')
  await inTransaction(database, async (run) => {
    await holdCaller(run, caller)
    await write(run, guardianKey, child, request)
    return true
  })
  return wardOf(database.run, keys, guardianKey, request.childKey)
}
