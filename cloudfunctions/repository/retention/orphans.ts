import type { Keys } from '../../runtime/keys'
import { clock, inTransaction, type Database, type Run } from '../database'
import { hashArrays } from '../directory'
import { importLock } from '../import/session'
import { openPerson } from '../person'
import { batch } from './rules'

interface Someone {
  readonly person_key: string
  readonly sealed_person: string
}

/**
 * Nothing holds a person `p` who was made here: no card, account, grant or ward, and no card's history says that they acted for its holder.
 * `offset 0` has each of them looked for by its key, where a join would read all that there are.
 */
const isOrphan = `not p.from_file
  and not exists (select from person_card o where o.person_key = p.person_key offset 0)
  and not exists (select from account a where a.person_key = p.person_key offset 0)
  and not exists (select from person_grant k where k.person_key = p.person_key offset 0)
  and not exists (select from guardianship w where w.guardian_key = p.person_key offset 0)
  and not exists (select from card_event e where e.actor = p.person_key and (e.event ->> 'by') in ('guardian', 'proxy') offset 0)`

const free = `select pg_try_advisory_xact_lock(${importLock}) as free`
const hold = `select p.person_key from person p where ${isOrphan} limit ${batch} for update of p skip locked`
/** Asked again once they are held: whoever binds or names someone holds them first, so that what it wrote is seen by now. */
const remove = `delete from person p where p.person_key = any($1::text[]) and ${isOrphan} returning p.person_key, p.sealed_person`
const forget = 'delete from person_directory where (id_hash, hash_key_id) in (select * from unnest($1::text[], $2::text[])) and person_key = any($3::text[])'
/** What they agreed to is of nobody now, and is kept as long as what was withdrawn. */
const withdraw = `update consent set withdrawn_at = ${clock} where person_key = any($1::text[]) and withdrawn_at is null`

const forgetAll = async (run: Run, keys: Keys, gone: readonly Someone[]): Promise<void> => {
  const people = gone.map(({ person_key: key }) => key)
  const hashes = gone.flatMap(({ person_key: key, sealed_person: sealed }) => keys.hashes('idNumber', openPerson(keys, key, sealed).idNumber))
  await run({ name: 'forget-people', text: forget, values: [...hashArrays(hashes), people] })
  await run({ name: 'withdraw-of-people', text: withdraw, values: [people] })
}

/**
 * Takes those of the given people away whom nothing holds, unless a file is just being loaded, which may bring one of them a card.
 * Within a transaction that holds them. Resolves to how many.
 */
export const removePeople = async (run: Run, keys: Keys, people: readonly string[]): Promise<number> => {
  const [lock] = await run<{ free: boolean }>({ name: 'no-import', text: free, values: [] })
  const gone = lock?.free ? await run<Someone>({ name: 'remove-orphans', text: remove, values: [people] }) : []
  await forgetAll(run, keys, gone)
  return gone.length
}

/** Takes a batch of orphans away. Resolves to how many. */
export const removeOrphans = async (database: Database, keys: Keys): Promise<number> => {
  const removed = await inTransaction(database, async (run) => {
    const held = await run<Pick<Someone, 'person_key'>>({ name: 'hold-orphans', text: hold, values: [] })
    return removePeople(run, keys, held.map(({ person_key: key }) => key))
  })
  return removed ?? 0
}
