import { consentState, endsOn, hasComeOfAge, type ConsentState } from '@/domain/dependants'
import { bornOn } from '@/domain/id-number'
import { policyOf, type CityCode } from '@/domain/policies'
import { civilDate, yearsBetween, type Instant } from '@/domain/time'
import type { Keys } from '../../runtime/keys'
import { clock, type Run } from '../database'
import { openPerson } from '../person'

/** Someone in a guardian's care, or who was until coming of age. The name is clear: mask it. */
export interface Child {
  readonly childKey: string
  readonly name: string
  readonly cardKeys: readonly string[]
  readonly consent: ConsentState
  /** The civil day (YYYY-MM-DD) of coming of age, and whether it has come. */
  readonly endsOn: string
  readonly ended: boolean
}

interface ChildRow {
  readonly ward_key: string
  readonly sealed_person: string
  readonly card_keys: readonly string[] | null
  readonly city: CityCode | null
  readonly agreed: boolean
  readonly now: Instant
}

const children = `select w.ward_key, p.sealed_person, k.card_keys, k.city, ${clock} as now,
  exists (select from consent s where s.person_key = w.guardian_key and s.what = 'child' and s.subject_key = w.ward_key
    and s.withdrawn_at is null) as agreed
  from guardianship w
  join person p on p.person_key = w.ward_key
  cross join lateral (select array_agg(c.card_key order by c.issued_on, c.card_key) as card_keys,
    (array_agg(c.city order by c.issued_on, c.card_key))[1] as city
    from person_card o join card c on c.card_key = o.card_key where o.person_key = w.ward_key) k
  where w.guardian_key = $1 order by w.ward_key`

const childOf = (row: ChildRow, keys: Keys): Child => {
  const { name, idNumber } = openPerson(keys, row.ward_key, row.sealed_person)
  const [born, policy] = [bornOn(idNumber), policyOf(row.city ?? 'national')]
  const ended = hasComeOfAge(born, policy, row.now)
  return {
    childKey: row.ward_key,
    name,
    cardKeys: ended ? [] : (row.card_keys ?? []),
    consent: consentState(yearsBetween(born, civilDate(row.now)), row.agreed, policy),
    endsOn: endsOn(born, policy),
    ended,
  }
}

/** The children in a person's care, the eldest first: also those who have come of age, of whom nothing more is shown. */
export const childrenOf = async (run: Run, keys: Keys, personKey: string): Promise<Child[]> => {
  const rows = await run<ChildRow>({ name: 'children', text: children, values: [personKey] })
  return rows.map((row) => childOf(row, keys)).sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
}
