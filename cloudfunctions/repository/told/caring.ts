import { consentState, hasComeOfAge } from '@/domain/dependants'
import { bornOn } from '@/domain/id-number'
import { policyOf, type CityCode } from '@/domain/policies'
import { civilDate, yearsBetween, type Instant } from '@/domain/time'
import type { Keys } from '../../runtime/keys'
import { openPerson } from '../person'

/** A card `c`'s holder `p`, and who their guardians are and whether those have agreed to what is kept of the holder. */
export const holderColumns = `c.holder_key, c.city, p.sealed_person,
    (select json_agg(json_build_object('key', w.guardian_key, 'agreed', exists (select from consent s
      where s.person_key = w.guardian_key and s.what = 'child' and s.subject_key = w.ward_key and s.withdrawn_at is null)))
      from guardianship w where w.ward_key = c.holder_key) as guardians`

export interface HolderRow {
  readonly holder_key: string
  readonly city: CityCode
  readonly sealed_person: string
  readonly guardians: readonly { readonly key: string; readonly agreed: boolean }[] | null
}

/** Who cares for the holder now, and has agreed to what is kept of them where the privacy law asks for it. */
const caringFor = ({ guardians, ...row }: HolderRow, keys: Keys, now: Instant): readonly string[] => {
  if (!guardians) return []
  const born = bornOn(openPerson(keys, row.holder_key, row.sealed_person).idNumber)
  const policy = policyOf(row.city)
  if (hasComeOfAge(born, policy, now)) return []
  const age = yearsBetween(born, civilDate(now))
  return guardians.filter(({ agreed }) => consentState(age, agreed, policy) !== 'needed').map(({ key }) => key)
}

/** Whom a card's holder's affairs concern: themselves, and whoever cares for them. */
export const concerned = (row: HolderRow, keys: Keys, now: Instant): readonly string[] => [row.holder_key, ...caringFor(row, keys, now)]

/**
 * Whether a `notice` about the card `card` warns of a lapse that will not come any more. Counted, and by no index of lapses: the server might
 * otherwise read every report that lapses, for one.
 */
export const isMoot = (notice: string, card: string, clock: string): string =>
  `${notice} ->> 'about' = 'lapsesSoon' and (select count(*) from loss_report r where r.card_key = ${card}
      and r.report_id = ${notice} ->> 'reportId' and r.ended_at is null and coalesce(r.lapses_at, 0) > ${clock}) = 0`
