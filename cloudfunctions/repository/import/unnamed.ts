import type { Keys } from '../../runtime/keys'
import type { Run } from '../database'
import { nameAs } from '../naming'
import { openPerson } from '../person'
import type { Session } from './session'

/** People of the file whom the record knows without a card: among them those whom only other citizens have named. */
const cardless = `select distinct on (s.id_hash) s.person_key as staged_key, s.sealed_person as staged, p.person_key, p.sealed_person
  from staged s join person_directory d on d.id_hash = s.id_hash and d.hash_key_id = s.hash_key_id
  join person p on p.person_key = d.person_key
  where not exists (select from person_card o where o.person_key = p.person_key) order by s.id_hash, s.line`

interface Cardless {
  readonly staged_key: string
  readonly staged: string
  readonly person_key: string
  readonly sealed_person: string
}

/** Gives people who have no name yet the file's. */
export const nameUnnamed = async (session: Session, keys: Keys): Promise<void> => {
  const run: Run = ({ text, values }) => session.query(text, values)
  for (const row of await session.query<Cardless>(cardless)) {
    const found = { personKey: row.person_key, person: openPerson(keys, row.person_key, row.sealed_person) }
    await nameAs(run, keys, found, openPerson(keys, row.staged_key, row.staged))
  }
}
