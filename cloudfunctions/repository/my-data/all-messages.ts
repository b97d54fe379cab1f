import type { Notice } from '@/domain/notices'
import type { Instant } from '@/domain/time'
import type { Keys } from '../../runtime/keys'
import type { Run } from '../database'
import type { Way } from '../deliveries'
import { rowsOf } from './of-person'

/** Something a person was told, and how it was sent to them, where it was. `cardNumber` is clear: mask that of another's card. */
export interface OwnMessage {
  readonly cardNumber: string
  readonly own: boolean
  readonly notice: Notice
  readonly toldAt: Instant
  readonly readAt: Instant | null
  readonly sentBy: Way | null
  readonly sentAt: Instant | null
}

interface Row extends Omit<OwnMessage, 'cardNumber'> {
  readonly card_key: string
  readonly sealed_number: string
}

const text = `select t.card_key, c.sealed_number, c.holder_key = $1 as own, t.notice, t.at as "toldAt", t.read_at as "readAt",
    d.way as "sentBy", d.at as "sentAt"
  from ${rowsOf.message.table} t join card c on c.card_key = t.card_key
  left join delivery d on d.person_key = t.person_key and d.message_id = t.message_id and d.state = 'sent' where ${rowsOf.message.where} order by t.position`

/** All that a person was told and that is still kept, in the order it was told. */
export const allMessages = async (run: Run, keys: Keys, personKey: string): Promise<OwnMessage[]> => {
  const rows = await run<Row>({ name: 'all-messages', text, values: [personKey] })
  return rows.map(({ card_key: cardKey, sealed_number: sealed, ...row }) => ({ ...row, cardNumber: keys.open(sealed, cardKey) }))
}
