import type { CitizenChannel } from '@/contract'
import type { Instant } from '@/domain/time'
import { clock, type Run } from './database'

/** An account, and whether it makes loss reports. */
export interface BarredAccount {
  readonly accountKey: string
  readonly channel: CitizenChannel
  readonly falseReports: number
  readonly barredUntil: Instant | null
}

/** Accounts that make no loss reports for a time. */
export interface Bars {
  /** The accounts of a card's holder, and those that reported the card. */
  of(cardKey: string): Promise<BarredAccount[]>
  /** For so long (ms) from now on, whatever was before; until when that is, null where there is no such account. */
  set(accountKey: string, ms: number): Promise<Instant | null>
  /** False where there is no such account. */
  lift(accountKey: string): Promise<boolean>
}

const all = `select a.account_key as "accountKey", a.channel, a.false_reports as "falseReports", a.barred_until as "barredUntil"
  from (select o.account_key from card c join account o on o.person_key = c.holder_key where c.card_key = $1
    union select r.account_key from loss_report r where r.card_key = $1) k join account a on a.account_key = k.account_key order by a.account_key`
const set = `update account set barred_until = ${clock} + $2::bigint where account_key = $1 returning barred_until`
const lift = 'update account set barred_until = null where account_key = $1 returning account_key'

export const barsIn = (run: Run): Bars => ({
  of: (cardKey) => run<BarredAccount>({ name: 'accounts-of-card', text: all, values: [cardKey] }),
  set: async (accountKey, ms) => {
    const [row] = await run<{ barred_until: Instant }>({ name: 'bar-account', text: set, values: [accountKey, ms] })
    return row?.barred_until ?? null
  },
  lift: async (accountKey) => (await run({ name: 'unbar-account', text: lift, values: [accountKey] })).length > 0,
})
