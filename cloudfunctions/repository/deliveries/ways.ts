import type { MessageTemplate } from '@/contract'
import type { Keys } from '../../runtime/keys'
import type { Run } from '../database'
import { openPerson } from '../person'

export const ways = ['wechat', 'alipay', 'sms'] as const
/** By what somebody is reached outside the app. */
export type Way = (typeof ways)[number]

/** Where a message goes. `to`: the platform's id of the account, or the phone number, in clear. */
export interface Address {
  readonly way: Way
  readonly to: string
  /** Whose leave to send is used up, where it is. */
  readonly accountKey: string | null
}

export interface Person {
  readonly personKey: string
  readonly sealed: string
}

/** The newest leave first; one that was given before the account was this person's is not theirs. */
const find = `select a.account_key, a.channel, a.sealed_platform_id from account a
  join subscription s on s.account_key = a.account_key and s.template = $2 and s.times > 0 and s.at >= coalesce(a.bound_at, 0)
  where a.person_key = $1 and a.channel = any($3::text[]) and a.sealed_platform_id is not null order by s.at desc limit 1`

interface AccountRow {
  readonly account_key: string
  readonly channel: 'wechat' | 'alipay'
  readonly sealed_platform_id: string
}

/** The phone number that is kept of a person; null where none is. */
export const phoneOf = ({ personKey, sealed }: Person, keys: Keys): Address | null => {
  const { phone } = openPerson(keys, personKey, sealed)
  return phone === '' ? null : { way: 'sms', to: phone, accountKey: null }
}

/** How a person is reached by one of the ways given: an account that has leave left for the template, else their phone; null by none. */
export const addressOf = async (run: Run, keys: Keys, person: Person, template: MessageTemplate, offered: readonly Way[]): Promise<Address | null> => {
  const [row] = await run<AccountRow>({ name: 'leave-to-send', text: find, values: [person.personKey, template, offered] })
  if (row) return { way: row.channel, to: keys.open(row.sealed_platform_id, row.account_key), accountKey: row.account_key }
  return offered.includes('sms') ? phoneOf(person, keys) : null
}
