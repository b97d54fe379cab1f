import type { Keys } from '../../runtime/keys'
import type { Log } from '../../runtime/log'
import { clock, type Run } from '../database'
import { appendToFeed } from '../feed'
import { partAside, setAside, takeUp } from './aside'

/** Cards that one transaction looks at. */
const batch = 200

const due = `select a.card_key, a.position, c.sealed_number from set_aside a join card c on c.card_key = a.card_key
  where a.work = 'feed' and (a.next_at <= (select ${clock}) or a.card_key = any($1::text[])) order by a.since, a.card_key limit ${batch}`
const from = 'select card_key as "cardKey", seq from feed where position >= $2 and card_key = $1 order by position'

interface PassedOver {
  readonly card_key: string
  readonly position: number
  readonly sealed_number: string
}

/**
 * Puts what readers of the feed passed over at its end, once the card's number can be read: of the cards given, and of those whose time has come.
 * Only within the transaction that hands notices on, before what has happened since.
 */
export const catchUp = async (run: Run, keys: Keys, log: Log, cardKeys: readonly string[]): Promise<void> => {
  const rows = await run<PassedOver>({ name: 'passed-over', text: due, values: [cardKeys] })
  const { good, aside } = partAside(rows, ({ sealed_number: sealed, card_key: cardKey }) => void keys.open(sealed, cardKey))
  await setAside(run, log, 'feed', aside)
  for (const { card_key: cardKey, position } of good) {
    await appendToFeed(run, await run<{ cardKey: string; seq: number }>({ name: 'feed-from', text: from, values: [cardKey, position] }))
  }
  if (good.length > 0) await takeUp(run, 'feed', good.map((row) => row.card_key))
}
