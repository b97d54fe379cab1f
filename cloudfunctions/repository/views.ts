import { bornOn } from '@/domain/id-number'
import type { Card, LossReport } from '@/domain/card'
import type { ReportEnding } from '@/domain/ending'
import { policyOf, type CityCode } from '@/domain/policies'
import type { CityPolicy } from '@/domain/policy'
import { civilDate, yearsBetween, type Instant } from '@/domain/time'
import type { Who } from '@/domain/who'
import type { CardFunction, Role } from '@/domain/words'
import type { Keys } from '../runtime/keys'
import { cardOf, type CardRow } from './facts'
import { openPerson } from './person'

/** A card as one person sees it, at the database's time of the reading. Number and name are clear: mask them. */
export interface CardView {
  readonly cardKey: string
  readonly number: string
  readonly city: CityCode
  readonly issuingBank: string
  readonly holder: { readonly relation: Role; readonly name: string; /** Whole years at `now`. */ readonly age: number }
  readonly card: Card
  readonly now: Instant
}

/** A report, and when and how it ended, if it has. */
export interface ReportView {
  readonly function: CardFunction
  readonly report: LossReport
  readonly ended: { readonly at: Instant; readonly how: ReportEnding } | null
}

/** A card's row with what is needed of its holder and of the person who asks. */
export interface ViewRow extends CardRow {
  readonly sealed_person: string
  readonly relation: Role
  readonly now: Instant
}

export const viewOf = (row: ViewRow, keys: Keys): CardView => {
  const { name, idNumber } = openPerson(keys, row.holder_key, row.sealed_person)
  return {
    cardKey: row.card_key,
    number: keys.open(row.sealed_number, row.card_key),
    city: row.city,
    issuingBank: row.issuing_bank,
    holder: { relation: row.relation, name, age: yearsBetween(bornOn(idNumber), civilDate(row.now)) },
    card: cardOf(row),
    now: row.now,
  }
}

/** The person who asks, as the rules know them. */
export const whoOf = ({ holder }: CardView): Who => ({ role: holder.relation, holderAge: holder.age })

export const policyFor = ({ city }: Pick<CardView, 'city'>): CityPolicy => policyOf(city)
