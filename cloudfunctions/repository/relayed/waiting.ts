import { hour, type Instant } from '@/domain/time'
import { clock, type Run } from '../database'
import type { CardRelayTable } from '../schema'

/** Something of one card that another has to be told. */
export type Relay = Pick<CardRelayTable, 'card_key' | 'seq' | 'kind' | 'request_id'> & { readonly at: Instant }

/** What one batch takes. */
export const batch = 100

/** What failed waits for so long: twice as long each time, an hour at most. */
const wait = `least(${hour}, 1000 * power(2, least(tries, 12)))::bigint`

const one = 'where card_key = $1 and seq = $2 and sent_at is null'
const take = `select card_key, seq, kind, at, request_id from card_relay
  where sent_at is null and reason is null and next_at <= (select ${clock}) order by next_at, at limit ${batch}`
const ofCard = `select card_key, seq, kind, at, request_id from card_relay where card_key = $1 and sent_at is null and reason is null order by seq`
const sent = `update card_relay set sent_at = ${clock} ${one}`
const aside = `update card_relay set reason = $3 ${one}`
const later = `update card_relay set tries = tries + 1, next_at = ${clock} + ${wait} ${one}`

const place = ({ card_key: cardKey, seq }: Relay) => [cardKey, seq] as const

/** What waits and is due, the longest waiting first. */
export const takeRelays = (run: Run): Promise<Relay[]> => run<Relay>({ name: 'take-relays', text: take, values: [] })

/** What waits of one card. */
export const relaysOf = (run: Run, cardKey: string): Promise<Relay[]> => run<Relay>({ name: 'relays-of', text: ofCard, values: [cardKey] })

export const markSent = (run: Run, relay: Relay): Promise<unknown> => run({ name: 'relay-sent', text: sent, values: place(relay) })

/** Nothing more is done with it before somebody has looked: without its reason it is tried again. */
export const setAside = (run: Run, relay: Relay, reason: string): Promise<unknown> =>
  run({ name: 'relay-aside', text: aside, values: [...place(relay), reason] })

/** What failed holds nothing else up. */
export const putOff = (run: Run, relay: Relay): Promise<unknown> => run({ name: 'relay-later', text: later, values: place(relay) })
