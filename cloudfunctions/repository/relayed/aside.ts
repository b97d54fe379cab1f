import type { Instant } from '@/domain/time'
import type { Run } from '../database'
import type { CardRelayTable } from '../schema'

/** What could not be handed over to another card: with its `reason` nothing more is done until somebody has looked, without one it is tried again. */
export interface AsideRelay extends Pick<CardRelayTable, 'kind' | 'reason' | 'tries'> {
  readonly relayId: string
  readonly since: Instant
  readonly nextAt: Instant
}

const left = 'sent_at is null and (reason is not null or tries > 0)'
const id = `card_key || '.' || seq`
const all = `select ${id} as "relayId", kind, reason, tries, at as since, next_at as "nextAt" from card_relay where ${left} order by at, card_key, seq`
const again = `update card_relay set reason = null, next_at = 0 where ${left} and card_key = $1 and seq = $2 returning card_key`

/** All that was not handed over, the longest waiting first. */
export const listAsideRelays = (run: Run): Promise<AsideRelay[]> => run<AsideRelay>({ name: 'relays-aside', text: all, values: [] })

/** Has it tried again at once. False where it does not wait. */
export const relayAgain = async (run: Run, relayId: string): Promise<boolean> => {
  const [cardKey = '', seq = ''] = relayId.split('.')
  if (!/^\d{1,9}$/.test(seq)) return false
  return (await run({ name: 'relay-again', text: again, values: [cardKey, Number(seq)] })).length > 0
}
