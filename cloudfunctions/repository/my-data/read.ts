import type { CitizenChannel, MessageTemplate } from '@/contract'
import type { Instant } from '@/domain/time'
import type { Caller } from '../../runtime/caller'
import type { Keys } from '../../runtime/keys'
import type { Database, Run } from '../database'
import { refuseUnknownCaller } from '../known-caller'
import { openPerson, type Person } from '../person'
import { countKept, type Kept } from './counts'

/** An account that is bound to a person; `current` is the one that asks. */
export interface OwnAccount {
  readonly channel: CitizenChannel
  readonly boundAt: Instant
  readonly current: boolean
  /** What may be sent there, and how often. */
  readonly allowed: readonly { readonly template: MessageTemplate; readonly times: number }[]
}

/** Who someone is, through which doors they come, and how much is kept of them. Clear: mask it. */
export interface MyData {
  readonly person: Person
  readonly accounts: readonly OwnAccount[]
  readonly kept: readonly Kept[]
}

const accounts = `select channel, coalesce(bound_at, begun_at) as "boundAt", account_key = $2 as current,
    (select coalesce(json_agg(json_build_object('template', s.template, 'times', s.times) order by s.template), '[]') from subscription s
      where s.account_key = account.account_key and s.times > 0) as allowed
  from account where person_key = $1
  order by bound_at, account_key`
const person = 'select sealed_person from person where person_key = $1'

export const personOf = async (run: Run, keys: Keys, personKey: string): Promise<Person> => {
  const [row] = await run<{ sealed_person: string }>({ name: 'own-person', text: person, values: [personKey] })
  if (!row) throw new TypeError('an account is bound to a person who is not there')
  return openPerson(keys, personKey, row.sealed_person)
}

export const accountsOf = (run: Run, personKey: string, { accountKey }: Caller): Promise<OwnAccount[]> =>
  run<OwnAccount>({ name: 'own-accounts', text: accounts, values: [personKey, accountKey] })

/** What is kept of the caller. Refuses `notSignedIn`, `notBound`. */
export const readMyData = async (database: Database, keys: Keys, caller: Caller): Promise<MyData> => {
  const { run } = database
  const personKey = await refuseUnknownCaller(database, caller)
  const [person, accounts, kept] = await Promise.all([personOf(run, keys, personKey), accountsOf(run, personKey, caller), countKept(run, personKey)])
  return { person, accounts, kept }
}
