import { hasComeOfAge, mayTakeOn } from '@/domain/dependants'
import { bornOn } from '@/domain/id-number'
import { policyOf } from '@/domain/policies'
import type { Instant } from '@/domain/time'
import type { Keys } from '../../runtime/keys'
import { openPerson } from '../person'
import type { BadRow } from './checks'
import type { Session } from './session'

/** A guardian's children may have cards of several cities. */
const policy = policyOf('national')

/** Guardians who may have too many children, as far as can be told without opening anyone's date of birth. */
const suspects = `select s.guardian_hash, d.person_key from staged s
  left join person_directory d on d.id_hash = s.guardian_hash and d.hash_key_id = s.hash_key_id
  where s.is_minor and s.guardian_hash is not null group by s.guardian_hash, d.person_key
  having count(distinct s.id_hash) + (select count(*) from guardianship w where w.guardian_key = d.person_key) > $1`

const inRecord = `select w.ward_key, p.sealed_person from guardianship w join person p on p.person_key = w.ward_key where w.guardian_key = $1`

const inFile = `select s.id_hash, coalesce(d.person_key, s.id_hash) as ward from staged s
  left join person_directory d on d.id_hash = s.id_hash and d.hash_key_id = s.hash_key_id
  where s.guardian_hash = $1 and s.is_minor group by s.id_hash, ward order by min(s.line)`

const remove = 'delete from staged where guardian_hash = $1 and is_minor and id_hash = any($2::text[]) returning line'

interface Suspect {
  readonly guardian_hash: string
  readonly person_key: string | null
}

const knownWards = async (session: Session, keys: Keys, guardianKey: string | null, now: Instant): Promise<Set<string>> => {
  const rows = await session.query<{ ward_key: string; sealed_person: string }>(inRecord, [guardianKey])
  const minors = rows.filter(({ ward_key: key, sealed_person: sealed }) => !hasComeOfAge(bornOn(openPerson(keys, key, sealed).idNumber), policy, now))
  return new Set(minors.map(({ ward_key: key }) => key))
}

/** Takes out the children of one guardian for whom there is no more room, in the order of the file. */
const removeOf = async (session: Session, keys: Keys, { guardian_hash: hash, person_key: key }: Suspect, now: Instant): Promise<number[]> => {
  const wards = await knownWards(session, keys, key, now)
  const beyond: string[] = []
  for (const { id_hash: child, ward } of await session.query<{ id_hash: string; ward: string }>(inFile, [hash])) {
    if (mayTakeOn(wards, ward, policy)) wards.add(ward)
    else beyond.push(child)
  }
  return (await session.query<{ line: number }>(remove, [hash, beyond])).map(({ line }) => line)
}

/** Takes out the rows of children beyond the number that one guardian may have; who has come of age counts no more. */
export const removeBeyondMost = async (session: Session, keys: Keys, now: Instant): Promise<BadRow[]> => {
  const lines: number[] = []
  for (const suspect of await session.query<Suspect>(suspects, [policy.dependants.atMost.value])) {
    lines.push(...(await removeOf(session, keys, suspect, now)))
  }
  return lines.sort((a, b) => a - b).map((line) => ({ line, reason: 'tooManyWards' }))
}
