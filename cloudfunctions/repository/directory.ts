import type { Hashed, Keys } from '../runtime/keys'
import type { Run } from './database'
import { openPerson, sealPerson, type Person } from './person'
import { newKey } from './random'

/** A person of the record, found by their ID number. */
export interface FoundPerson {
  readonly personKey: string
  readonly person: Person
}

/** Hashes of one value by every key as two arrays, for `unnest`: the current key's comes first. */
export const hashArrays = (hashes: readonly Hashed[]): [string[], string[]] => [hashes.map(({ hash }) => hash), hashes.map(({ keyId }) => keyId)]

const find = (end: string) => `select p.person_key, p.sealed_person from unnest($1::text[], $2::text[]) with ordinality h(hash, key_id, place)
  join person_directory d on d.id_hash = h.hash and d.hash_key_id = h.key_id
  join person p on p.person_key = d.person_key order by h.place limit 1 ${end}`

const list = `with listed as (insert into person_directory (id_hash, hash_key_id, person_key) values ($1, $2, $3)
    on conflict (id_hash, hash_key_id) do nothing returning person_key)
  insert into person (person_key, sealed_person) select person_key, $4 from listed returning person_key`

const findWith = async (run: Run, keys: Keys, idNumber: string, statement: { name: string; text: string }): Promise<FoundPerson | null> => {
  const values = hashArrays(keys.hashes('idNumber', idNumber))
  const [row] = await run<{ person_key: string; sealed_person: string }>({ ...statement, values })
  return row ? { personKey: row.person_key, person: openPerson(keys, row.person_key, row.sealed_person) } : null
}

/** Whoever has an ID number, by whichever key it was hashed; null when the record does not know them. */
export const findPerson = (run: Run, keys: Keys, idNumber: string): Promise<FoundPerson | null> =>
  findWith(run, keys, idNumber, { name: 'find-person', text: find('') })

/** The same; until the transaction's end nothing else is done to the person. */
export const lockPerson = (run: Run, keys: Keys, idNumber: string): Promise<FoundPerson | null> =>
  findWith(run, keys, idNumber, { name: 'lock-person', text: find('for update of p') })

/** A person nobody has known so far; null when another request has just made them. */
export const makePerson = async (run: Run, keys: Keys, person: Person): Promise<FoundPerson | null> => {
  const personKey = newKey()
  const { hash, keyId } = keys.hash('idNumber', person.idNumber)
  const values = [hash, keyId, personKey, sealPerson(keys, personKey, person)]
  const [row] = await run({ name: 'make-person', text: list, values })
  return row ? { personKey, person } : null
}
