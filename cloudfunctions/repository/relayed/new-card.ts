import { newCardNotice } from '@/domain/notices'
import { policyOf, type CityCode } from '@/domain/policies'
import { civilDate, type Instant } from '@/domain/time'
import type { Keys } from '../../runtime/keys'
import { beginning, chain } from '../chain'
import { clock, inTransaction, type Database, type Run } from '../database'
import { hashArrays } from '../directory'
import { importedAs } from '../import/imported'
import { openParts } from '../order/parts'
import { newKey, newReceiptNumber } from '../random'
import type { OrderPrivateTable } from '../schema'
import type { Relay } from './waiting'

const readOrder = `select c.holder_key, c.city, i.bank, row_to_json(o) as parts, ${clock} as now from card_event e
  join reissue i on i.card_key = e.card_key and i.reissue_id = e.event ->> 'orderId'
  join order_private o on o.card_key = i.card_key and o.reissue_id = i.reissue_id
  join card c on c.card_key = e.card_key where e.card_key = $1 and e.seq = $2`

const findCard = `select c.card_key, c.holder_key, c.replaces_order from unnest($1::text[], $2::text[]) h(hash, key_id)
  join card_directory d on d.number_hash = h.hash and d.hash_key_id = h.key_id join card c on c.card_key = d.card_key`

const list = 'insert into card_directory values ($1, $2, $3) on conflict do nothing returning card_key'

/** 封存: nothing of it works before it is activated. Its holder is told, and partners are. */
const open = `with opened as (
    insert into card (card_key, holder_key, sealed_number, city, issuing_bank, issued_on, social_life, social_since, financial_life, financial_since,
      version, changed_at, head, replaces_key, replaces_order)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8, 1, $8, $10, $11, $12) returning card_key, holder_key
  ), owned as (insert into person_card select holder_key, card_key from opened
  ), noticed as (insert into outbox select card_key, 1, 0, $8, $16::json, null from opened)
  insert into card_event select card_key, 1, $13::json, $14, $15, $10 from opened`

/** A card that was in the record before, from the city's file, takes the other's place as it is; what works of it is told like an activation. */
const adopt = `with adopted as (update card set replaces_key = $2, replaces_order = $3 where card_key = $1 and replaces_key is null
    returning card_key, social_life, financial_life)
  insert into card_relay (card_key, seq, kind, at) select card_key, 1, 'activated', ${clock} from adopted
    where social_life <> 'notActivated' or financial_life <> 'notActivated' on conflict (card_key, seq) do update set sent_at = null`

const link = 'update order_private set new_card_key = $3 where card_key = $1 and reissue_id = $2'

interface OrderRow {
  readonly holder_key: string
  readonly city: CityCode
  readonly bank: string
  readonly parts: OrderPrivateTable
  readonly now: Instant
}
interface FoundCard {
  readonly card_key: string
  readonly holder_key: string
  readonly replaces_order: string | null
}

/** The card that comes of an order. */
interface NewCard extends Omit<OrderRow, 'parts'> {
  readonly oldKey: string
  readonly orderId: string
  readonly number: string
  readonly issuedOn: string
}

const find = async (run: Run, keys: Keys, number: string): Promise<FoundCard | undefined> => {
  const [found] = await run<FoundCard>({ name: 'find-new-card', text: findCard, values: hashArrays(keys.hashes('cardNumber', number)) })
  return found
}

/** Opens it in a transaction of its own; undefined where another one has just done so. */
const openCard = (database: Database, keys: Keys, card: NewCard): Promise<string | undefined> =>
  inTransaction(database, async (run) => {
    const { oldKey, orderId, holder_key: holderKey, city, bank, number, issuedOn, now } = card
    const cardKey = newKey()
    const { hash, keyId } = keys.hash('cardNumber', number)
    const listed = await run({ name: 'list-new-card', text: list, values: [hash, keyId, cardKey] })
    const event = importedAs('notActivated', newReceiptNumber, now)
    const [first] = chain(cardKey, 'relay', [event], { seq: 0, hash: beginning })
    if (listed.length === 0 || !first) return undefined
    const { socialSecurity, financial } = event.lives
    const values = [
      cardKey, holderKey, keys.seal(number, cardKey), city, bank, issuedOn, socialSecurity, now, financial, first.hash, oldKey, orderId,
      first.event, first.actor, first.previous, JSON.stringify(newCardNotice(event, policyOf(city))),
    ]
    await run({ name: 'open-new-card', text: open, values })
    return cardKey
  })

/** Why a card that is there already is not the one of this order; null where it is, or can be. */
const unfit = (found: FoundCard, { oldKey, orderId, holder_key: holderKey }: NewCard): string | null => {
  if (found.holder_key !== holderKey) return 'numberOfAnother'
  return found.card_key === oldKey || (found.replaces_order ?? orderId) !== orderId ? 'numberInUse' : null
}

const readNewCard = async (run: Run, keys: Keys, { card_key: oldKey, seq, at }: Relay): Promise<NewCard | null> => {
  const [row] = await run<OrderRow>({ name: 'read-collected', text: readOrder, values: [oldKey, seq] })
  if (!row) return null
  const { parts, ...order } = row
  const { newNumber: number, newIssuedOn } = openParts(keys, parts)
  return number === undefined ? null : { ...order, oldKey, orderId: parts.reissue_id, number, issuedOn: newIssuedOn ?? civilDate(at) }
}

/** The card of an order's number: one that was there, or is opened now. */
const cardFor = async (database: Database, keys: Keys, card: NewCard): Promise<FoundCard | undefined> => {
  const found = await find(database.run, keys, card.number)
  if (found) return found
  const opened = await openCard(database, keys, card)
  return opened === undefined ? find(database.run, keys, card.number) : { card_key: opened, holder_key: card.holder_key, replaces_order: card.orderId }
}

/**
 * Opens the new card of an order that was handed over, as a card of its own; done twice it is there once. Gives null, or why somebody has
 * to look: `newCardUnknown`, `numberOfAnother`, `numberInUse`.
 */
export const openNewCard = async (database: Database, keys: Keys, relay: Relay): Promise<string | null> => {
  const card = await readNewCard(database.run, keys, relay)
  if (!card) return 'newCardUnknown'
  const found = await cardFor(database, keys, card)
  if (!found) throw new Error('a number that is in the directory has no card')
  const reason = unfit(found, card)
  if (reason) return reason
  const { oldKey, orderId } = card
  if (found.replaces_order === null) await database.run({ name: 'adopt-card', text: adopt, values: [found.card_key, oldKey, orderId] })
  await database.run({ name: 'link-new-card', text: link, values: [oldKey, orderId, found.card_key] })
  return null
}
