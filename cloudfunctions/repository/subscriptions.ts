import type { MessageTemplate } from '@/contract'
import type { Caller } from '../runtime/caller'
import { clock, type Database } from './database'
import { refuseUnknownCaller } from './known-caller'

/** What people allowed a platform to send them. */
export interface Subscriptions {
  /** One more message of each template, or, where the platform's leave lasts, any. Refuses `notSignedIn`, `notBound`. */
  allow(caller: Caller, templates: readonly MessageTemplate[], lasts: boolean): Promise<void>
}

/** More than anybody taps: what a phone says of itself is no proof. */
const most = 50

/** What was allowed before the account was this person's is not theirs. */
const allow = `insert into subscription as s (account_key, template, times, at)
  select a.account_key, t.template, 1, ${clock} from account a cross join unnest($3::text[]) t(template) where a.account_key = $1 and a.epoch = $2
  on conflict (account_key, template) do update set at = excluded.at, times = case
    when $4 or s.at < (select coalesce(bound_at, 0) from account where account_key = $1) then 1 else least(s.times + 1, ${most}) end`

export const subscriptionsIn = (database: Database): Subscriptions => ({
  allow: async (caller, templates, lasts) => {
    await refuseUnknownCaller(database, caller)
    await database.run({ name: 'allow-messages', text: allow, values: [caller.accountKey, caller.epoch, [...new Set(templates)], lasts] })
  },
})
