import { bornOn } from '@/domain/id-number'
import type { Card, Dispute, LossReport } from '@/domain/card'
import type { ReportEnding } from '@/domain/ending'
import { policyOf, type CityCode } from '@/domain/policies'
import type { CityPolicy } from '@/domain/policy'
import { civilDate, yearsBetween, type Instant } from '@/domain/time'
import { mayActByIdCard } from '@/domain/terminal'
import { actsAs, mayNotAct, type Who } from '@/domain/who'
import type { CardFunction, Deed, DisputeOutcome, GrantPurpose, Role } from '@/domain/words'
import type { Caller } from '../runtime/caller'
import { RequestError } from '../runtime/errors'
import type { Keys } from '../runtime/keys'
import { cardOf, type CardRow } from './facts'
import { openPerson } from './person'

/** A card as one person sees it, at the database's time of the reading. Number and name are clear: mask them. */
export interface CardView {
  readonly cardKey: string
  /** The person who asks; empty for a partner. */
  readonly actorKey: string
  readonly number: string
  readonly city: CityCode
  readonly issuingBank: string
  readonly holder: { readonly relation: Role; readonly name: string; /** Whole years at `now`. */ readonly age: number }
  /** A guardian's consent, and what a proxy may do. */
  readonly agreed: boolean
  readonly granted: readonly GrantPurpose[]
  /** The account that asks makes no loss reports for a time. */
  readonly barred: boolean
  readonly card: Card
  readonly now: Instant
}

/** A report, and when and how it ended, if it has. */
export interface ReportView {
  readonly function: CardFunction
  readonly report: LossReport
  readonly ended: { readonly at: Instant; readonly how: ReportEnding } | null
}

/** A dispute, and when and how it was closed, if it was. */
export interface DisputeView extends Dispute {
  readonly closed: { readonly at: Instant; readonly outcome: DisputeOutcome } | null
}

/** A card with its last dispute: the one that is open, or one that was closed within the last thirty days. */
export interface SeenCard extends CardView {
  readonly lastDispute: DisputeView | null
}

/** A card's row with what is needed of its holder and of the person who asks. */
export interface ViewRow extends CardRow {
  readonly sealed_person: string
  readonly relation: Role
  readonly actor_key: string
  readonly agreed: boolean
  readonly granted: readonly GrantPurpose[] | null
  readonly barred: boolean
  readonly now: Instant
}

export const viewOf = (row: ViewRow, keys: Keys): CardView => {
  const { name, idNumber } = openPerson(keys, row.holder_key, row.sealed_person)
  const [age, granted] = [yearsBetween(bornOn(idNumber), civilDate(row.now)), row.granted ?? []]
  return {
    cardKey: row.card_key,
    actorKey: row.actor_key,
    number: keys.open(row.sealed_number, row.card_key),
    city: row.city,
    issuingBank: row.issuing_bank,
    holder: { relation: actsAs(row.relation, age, granted, policyFor(row)), name, age },
    agreed: row.agreed,
    granted,
    barred: row.barred,
    card: cardOf(row),
    now: row.now,
  }
}

/** The person who asks, as the rules know them. */
export const whoOf = ({ holder, agreed, granted, barred }: CardView): Who =>
  ({ role: holder.relation, holderAge: holder.age, agreed, granted, barred })

export const policyFor = ({ city }: Pick<CardView, 'city'>): CityPolicy => policyOf(city)

/** Why a person may not do this in their channel, or null. Before a terminal nobody acts for others, nor sees their cards. */
const refusalOf = (view: CardView, deed: Deed, { channel }: Pick<Caller, 'channel'>) => {
  const who = whoOf(view)
  return channel === 'terminal' && !mayActByIdCard(who.role) ? 'holderOnly' : mayNotAct(who, deed, channel, policyFor(view))
}

/** The view for something a person wants to do with the card. Refuses what the rules refuse. */
export const viewFor = (deed: Deed, row: ViewRow, keys: Keys, caller: Pick<Caller, 'channel'>): CardView => {
  const view = viewOf(row, keys)
  const refusal = refusalOf(view, deed, caller)
  if (refusal) throw new RequestError(refusal)
  return view
}

/** Whether the person who asks may see the card at all: a guardian no longer, once the child is of age. */
export const mayBeSeen = (view: CardView, caller: Pick<Caller, 'channel'>): boolean => refusalOf(view, 'see', caller) === null
