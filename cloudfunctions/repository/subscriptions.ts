import { createHash } from 'node:crypto'
import type { RequestOf } from '@/contract'
import type { Caller } from '../runtime/caller'
import { RequestError } from '../runtime/errors'
import { clock, inTransaction, type Database, type Run } from './database'
import { holdCaller, refuseUnknownCaller } from './known-caller'

type Leave = RequestOf<'person/subscribe'>

/** What people allowed a platform to send them. */
export interface Subscriptions {
  /**
   * One more message of each template, or, where the platform's leave lasts, any; once under its key. Refuses `notSignedIn`, `notBound`,
   * `idempotencyKeyReused`.
   */
  allow(caller: Caller, leave: Leave, lasts: boolean): Promise<void>
}

/** More than anybody taps: what a phone says of itself is no proof. */
const most = 50

/** It is about no card: its place is the account's. */
const keep = `insert into idempotency (card_key, actor, operation, key, verification_id, request_hash, answer, at)
  values ($1, $1, 'subscribe', $2, '', $3, '{}', ${clock}) on conflict do nothing returning key`
const kept = `select request_hash from idempotency where card_key = $1 and actor = $1 and operation = 'subscribe' and key = $2`

/** What was allowed before the account was this person's is not theirs. */
const allow = `insert into subscription as s (account_key, template, times, at)
  select a.account_key, t.template, 1, ${clock} from account a cross join unnest($2::text[]) t(template) where a.account_key = $1
  on conflict (account_key, template) do update set at = excluded.at, times = case
    when $3 or s.at < (select coalesce(bound_at, 0) from account where account_key = $1) then 1 else least(s.times + 1, ${most}) end`

/** Whether it came for the first time; another request under the same key is refused. */
const isFirst = async (run: Run, { accountKey }: Caller, { templates, idempotencyKey }: Leave): Promise<boolean> => {
  const hash = createHash('sha256').update(templates.join()).digest('hex')
  const written = await run({ name: 'keep-leave', text: keep, values: [accountKey, idempotencyKey, hash] })
  if (written.length > 0) return true
  const [row] = await run<{ request_hash: string }>({ name: 'kept-leave', text: kept, values: [accountKey, idempotencyKey] })
  if (row?.request_hash !== hash) throw new RequestError('idempotencyKeyReused')
  return false
}

export const subscriptionsIn = (database: Database): Subscriptions => ({
  allow: async (caller, leave, lasts) => {
    await refuseUnknownCaller(database, caller)
    await inTransaction(database, async (run) => {
      await holdCaller(run, caller)
      if (await isFirst(run, caller, leave)) await run({ name: 'allow-messages', text: allow, values: [caller.accountKey, [...new Set(leave.templates)], lasts] })
      return true
    })
  },
})
