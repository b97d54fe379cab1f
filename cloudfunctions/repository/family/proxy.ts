import type { Keys } from '../../runtime/keys'
import { openPerson, sealPerson } from '../person'
import { newKey } from '../random'
import type { Runs } from '../transaction'
import type { NamedProxy } from './grants'

const find = `select d.person_key, p.sealed_person from unnest($1::text[], $2::text[]) h(id_hash, hash_key_id)
  join person_directory d on d.id_hash = h.id_hash and d.hash_key_id = h.hash_key_id
  join person p on p.person_key = d.person_key limit 1`

const make = `with made as (insert into person_directory values ($1, $2, $3) on conflict do nothing returning person_key)
  insert into person select person_key, $4 from made`

interface Known {
  readonly person_key: string
  readonly sealed_person: string
}

const known = async ({ run }: Runs, keys: Keys, idNumber: string): Promise<Known | undefined> => {
  const hashes = keys.hashes('idNumber', idNumber)
  const [row] = await run<Known>({ name: 'find-person', text: find, values: [hashes.map(({ hash }) => hash), hashes.map(({ keyId }) => keyId)] })
  return row
}

const makePerson = ({ run }: Runs, keys: Keys, { name, idNumber }: NamedProxy): Promise<unknown> => {
  const [personKey, { hash, keyId }] = [newKey(), keys.hash('idNumber', idNumber)]
  return run({ name: 'make-person', text: make, values: [hash, keyId, personKey, sealPerson(keys, personKey, { name, idNumber, phone: '' })] })
}

/**
 * The key of the person a holder names; somebody new where the ID number is not known. Where the name is not that person's it is
 * the key of nobody: a wrong name gives no one any right, and the answer does not tell who is known.
 */
export const proxyKeyOf = async (database: Runs, keys: Keys, proxy: NamedProxy): Promise<string> => {
  const person = await known(database, keys, proxy.idNumber)
  if (!person) {
    await makePerson(database, keys, proxy)
    return proxyKeyOf(database, keys, proxy)
  }
  return openPerson(keys, person.person_key, person.sealed_person).name === proxy.name ? person.person_key : newKey()
}
