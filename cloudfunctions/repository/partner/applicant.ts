import type { Applicant } from '@/contract'
import { isSameName } from '@/domain/person-name'
import type { GrantPurpose } from '@/domain/words'
import type { Keys } from '../../runtime/keys'
import type { PartnerChannel } from '../../runtime/partner'
import { unnamed } from '../naming'
import { openPerson } from '../person'
import type { ViewRow } from '../views'
import type { PartnerRow } from './read'

/** Whoever stands there, as a partner says; `bank`: nobody, a bank or whoever makes a card speaks of its own work. */
export type PartnerApplicant = Applicant | { readonly role: 'bank' }

/** Where somebody reads the applicant's own papers: there the partner's word makes them who they say. */
const atTheirWord: readonly PartnerChannel[] = ['counter', 'bank', 'bureau']
export const takesTheirWord = (channel: PartnerChannel): boolean => atTheirWord.includes(channel)

type Recorded = Pick<ViewRow, 'agreed' | 'granted'> & {
  /** Whether they care for the holder. */
  readonly cares: boolean
}
const unknown: Recorded = { cares: false, agreed: false, granted: null }

/** Somebody whom only holders have named so far has the name that each of them typed. */
const grantsOf = ({ grants }: PartnerRow<unknown>, keys: Keys, name: string, isNamed: boolean): GrantPurpose[] =>
  (grants ?? []).filter(({ id, sealed }) => isNamed || isSameName(openPerson(keys, id, sealed).name, name)).map(({ purpose }) => purpose)

/** What the record knows of a guardian or proxy: nothing of another name than theirs. */
export const recordedOf = (row: PartnerRow<unknown>, keys: Keys, applicant: PartnerApplicant): Recorded => {
  const { applicant_key: key, sealed_applicant: sealed, cares, agreed } = row
  if (key === null || sealed === null || !('idNumber' in applicant)) return unknown
  const { name } = openPerson(keys, key, sealed)
  const isNamed = name !== unnamed
  if (isNamed && !isSameName(name, applicant.name)) return unknown
  const granted = grantsOf(row, keys, applicant.name, isNamed)
  return { cares: cares && isNamed, agreed, granted: granted.length > 0 ? granted : null }
}
