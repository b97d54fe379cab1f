import { isSameName } from '@/domain/person-name'
import type { Keys } from '../runtime/keys'
import type { Run } from './database'
import type { FoundPerson } from './directory'
import { openPerson, sealPerson, type Person } from './person'
import { newKey } from './random'
import type { ProxyGrantTable } from './schema'

/** The name of a person whom only other citizens have named so far. */
export const unnamed = ''

const rename = 'update person set sealed_person = $2 where person_key = $1'
const grants = `select g.card_key, g.grant_id, g.sealed_proxy from person_grant k
  join proxy_grant g on g.card_key = k.card_key and g.grant_id = k.grant_id where k.person_key = $1`
const giveToNobody = `with lost as (delete from person_grant where person_key = $1 and card_key = $2 and grant_id = $3)
  update proxy_grant set proxy_key = $4 where card_key = $2 and grant_id = $3`

/** What was granted to another name is nobody's: whoever typed it is not told so. */
const letGoOfOthers = async (run: Run, keys: Keys, personKey: string, name: string): Promise<void> => {
  const rows = await run<Pick<ProxyGrantTable, 'card_key' | 'grant_id' | 'sealed_proxy'>>({ name: 'grants-by-any-name', text: grants, values: [personKey] })
  const others = rows.filter(({ grant_id: id, sealed_proxy: sealed }) => !isSameName(openPerson(keys, id, sealed).name, name))
  for (const { card_key: cardKey, grant_id: grantId } of others) {
    await run({ name: 'give-to-nobody', text: giveToNobody, values: [personKey, cardKey, grantId, newKey()] })
  }
}

/** A person under the name that a check or the city's file says, if there was none yet. It belongs in a transaction. */
export const nameAs = async (run: Run, keys: Keys, found: FoundPerson, { name, phone }: Pick<Person, 'name' | 'phone'>): Promise<FoundPerson> => {
  if (found.person.name !== unnamed) return found
  const { personKey } = found
  const person = { ...found.person, name, phone }
  await run({ name: 'name-person', text: rename, values: [personKey, sealPerson(keys, personKey, person)] })
  await letGoOfOthers(run, keys, personKey, name)
  return { personKey, person }
}
