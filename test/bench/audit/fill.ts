import type pg from 'pg'
import type { CardChange } from '@/domain/events'
import { beginning, chain } from '../../../cloudfunctions/repository/chain'
import { newKey } from '../../../cloudfunctions/repository/random'
import { imported } from '../../support/builders'

/** Cards that one statement writes. */
const batch = 1_000
/** Events of each card. */
export const eventsOfEach = 10

/** The holder said that the bank knows, took it back, and so on. */
const said = (nth: number): CardChange => ({ what: nth % 2 === 0 ? 'bankTold' : 'bankToldTakenBack', at: nth, channel: 'wechat', by: 'cardholder' })

const cardWithEvents = () => {
  const [cardKey, holder] = [newKey(), newKey()]
  const first = chain(cardKey, 'import', [imported()], { seq: 0, hash: beginning })
  const others = chain(cardKey, holder, Array.from({ length: eventsOfEach - 1 }, (_, nth) => said(nth)), { seq: 1, hash: first[0]?.hash ?? '' })
  const card = {
    card_key: cardKey, holder_key: holder, sealed_number: 's', city: 'chengdu', issuing_bank: 'icbc', issued_on: '2020-01-01', social_life: 'inUse', social_since: 1,
    financial_life: 'inUse', financial_since: 1, version: eventsOfEach, changed_at: 1, head: others.at(-1)?.hash ?? '',
  }
  return { card, events: [...first, ...others].map((link) => ({ card_key: cardKey, ...link })) }
}

const columnsOf = (row: object) => Object.keys(row).join(', ')

/** An event's text is kept as it is: within JSON it is a text, and in its column JSON again. */
const insertEvents = `insert into card_event select card_key, seq, event::json, actor, previous, hash
  from json_to_recordset($1) as e(card_key text, seq integer, event text, actor text, previous text, hash text)`

/** So many cards with their chained events, as the service would have written them. */
export const fill = async (client: pg.Client, cards: number): Promise<void> => {
  for (let from = 0; from < cards; from += batch) {
    const made = Array.from({ length: Math.min(batch, cards - from) }, cardWithEvents)
    const [first] = made
    const columns = first ? columnsOf(first.card) : ''
    await client.query(`insert into card (${columns}) select ${columns} from json_populate_recordset(null::card, $1)`, [JSON.stringify(made.map(({ card }) => card))])
    await client.query(insertEvents, [JSON.stringify(made.flatMap(({ events }) => events))])
  }
  await client.query('analyze')
}
