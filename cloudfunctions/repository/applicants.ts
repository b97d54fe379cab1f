import type { Caller } from '../runtime/caller'
import { RequestError } from '../runtime/errors'
import type { Keys } from '../runtime/keys'
import type { Database } from './database'
import { openPerson, type Person } from './person'
import { readCard } from './read'
import { viewFor, type CardView } from './views'

/** Who applies for a card: its holder, and for a child the guardian who asks. Names and ID numbers in clear, for them alone. */
export interface Applicants {
  readonly view: CardView
  readonly holder: Person
  readonly guardian: Person | null
}

const text = 'select sealed_person from person where person_key = $1'

/** The people on an application form. Refuses `notFound`, what the rules refuse, and `holderOnly` to a proxy, who reads nobody's number. */
export const applicantsOf = async (database: Database, keys: Keys, caller: Caller, cardKey: string): Promise<Applicants> => {
  const row = await readCard(database, caller, cardKey)
  const view = viewFor('reissue', row, keys, caller)
  const { relation } = view.holder
  if (relation === 'proxy') throw new RequestError('holderOnly')
  const holder = openPerson(keys, row.holder_key, row.sealed_person)
  if (relation === 'cardholder') return { view, holder, guardian: null }
  const [person] = await database.run<{ sealed_person: string }>({ name: 'applicant', text, values: [row.actor_key] })
  return { view, holder, guardian: person ? openPerson(keys, row.actor_key, person.sealed_person) : null }
}
