import { policyOf, type CityCode } from '@/domain/policies'
import { activationOf, decideMove } from '@/domain/reissue'
import type { Instant } from '@/domain/time'
import { cardFunctions, type CardFunction, type Life } from '@/domain/words'
import { RequestError } from '../../runtime/errors'
import { writeOf } from '../change'
import { clock, type Database } from '../database'
import { cardColumns, cardOf, type CardRow } from '../facts'
import { writeChange } from '../write'
import type { Relay } from './waiting'

const readNew = `select replaces_key as "oldKey", replaces_order as "orderId", city, social_life as "socialSecurity", financial_life as financial
  from card where card_key = $1`
const readOld = `select ${cardColumns('$1')}, ${clock} as now from card c where c.card_key = $1`

interface NewCard extends Readonly<Record<CardFunction, Life>> {
  readonly oldKey: string | null
  readonly orderId: string | null
  readonly city: CityCode
}

/** As many others may change the old card meanwhile. */
const tries = 100

/** Moves the order on the old card on, once; null, or why a rule says no. */
const move = async (database: Database, oldKey: string, orderId: string, of: CardFunction): Promise<string | null> => {
  for (let trial = 0; trial < tries; trial += 1) {
    const [row] = await database.run<CardRow & { now: Instant }>({ name: 'read-replaced', text: readOld, values: [oldKey] })
    if (!row) return 'noOrder'
    const before = cardOf(row)
    const decision = decideMove(before, { orderId, move: activationOf(of), channel: 'system', by: 'system' }, row.now)
    if (decision.outcome === 'already') return null
    if (decision.outcome === 'refused') return decision.refusal.code
    if (await writeChange(database, { ...writeOf(row, before, decision.events, 'relay'), answer: null })) return null
  }
  throw new RequestError('busy')
}

/** Whether nothing is left to be activated: it works, is not to work any more, or nobody in the city tells us that it does. */
const isSettled = (card: NewCard, of: CardFunction): boolean =>
  card[of] !== 'notActivated' || policyOf(card.city).reissue.activation[of].value.length === 0

/** Moves the order that a card came by on, as far as the card works. Gives null, or why somebody has to look. */
export const tellReplaced = async (database: Database, { card_key: cardKey }: Relay): Promise<string | null> => {
  const [card] = await database.run<NewCard>({ name: 'read-activated', text: readNew, values: [cardKey] })
  if (!card?.oldKey || !card.orderId) return null
  for (const of of cardFunctions.filter((name) => isSettled(card, name))) {
    const refused = await move(database, card.oldKey, card.orderId, of)
    if (refused) return refused
  }
  return null
}
