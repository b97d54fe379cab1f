import { mayBindAlone } from '@/domain/dependants'
import { bornOn } from '@/domain/id-number'
import { isSameName } from '@/domain/person-name'
import { policyOf } from '@/domain/policies'
import { civilDate, type Instant } from '@/domain/time'
import { RequestError } from '../runtime/errors'
import type { Keys } from '../runtime/keys'
import { findAccount, makeAccount, type Account, type FoundAccount } from './account-rows'
import type { Claim } from './claim'
import { clock, inTransaction, type Database, type Run } from './database'
import { lockPerson } from './directory'
import { agreeToNotice } from './privacy-consent'

/** An ID card's owner is whose the account is from now on; what was begun for another is at an end. */
const give = `update account set epoch = epoch + case when person_key <> $2 then 1 else 0 end, person_key = $2, bound_at = ${clock},
  ended_at = null, ended_why = null where account_key = $1 returning account_key, epoch, person_key, sealed_platform_id`

const now = async (run: Run): Promise<Instant> => {
  const [row] = await run<{ now: Instant }>({ name: 'now', text: `select ${clock} as now`, values: [] })
  if (!row) throw new TypeError('the database did not tell the time')
  return row.now
}

/** The person of the record, held until the transaction's end. Someone whom only others have named has no name yet, and matches none. */
const ownerOf = async (run: Run, keys: Keys, { name, idNumber }: Claim): Promise<string> => {
  const found = await lockPerson(run, keys, idNumber)
  if (!found || !isSameName(found.person.name, name)) throw new RequestError('idCardUnknown')
  // the privacy law is the same in every city
  if (!mayBindAlone(bornOn(idNumber), civilDate(await now(run)), policyOf('national'))) throw new RequestError('minorNeedsGuardian')
  return found.personKey
}

/** Whoever holds the person makes their account: nobody else can be first. */
const accountOf = async (run: Run, keys: Keys, idNumber: string, personKey: string): Promise<FoundAccount | undefined> => {
  const known = (await findAccount(run, keys, 'terminal', idNumber)) ?? (await makeAccount(run, keys, 'terminal', idNumber, personKey))
  if (!known || known.person_key === personKey) return known ?? undefined
  const [given] = await run<FoundAccount>({ name: 'give-account', text: give, values: [known.account_key, personKey] })
  return given
}

/**
 * The account, before any terminal, of the person whose ID card was read there: theirs without a further check. Refuses `idCardUnknown`
 * where the record has nobody of that number and name, `minorNeedsGuardian` for a child who binds no account either. That they agreed to the
 * privacy notice of a day is kept with it.
 */
export const accountByIdCard = async (database: Database, keys: Keys, card: Claim, notice: string): Promise<Account> => {
  const account = await inTransaction(database, async (run) => {
    const personKey = await ownerOf(run, keys, card)
    await agreeToNotice(run, personKey, notice)
    return accountOf(run, keys, card.idNumber, personKey)
  })
  if (!account) throw new RequestError('busy')
  return { accountKey: account.account_key, epoch: account.epoch, bound: true }
}
