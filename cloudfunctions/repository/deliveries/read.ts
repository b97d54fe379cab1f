import type { MessageTemplate } from '@/contract'
import { sendAt, type Notice } from '@/domain/notices'
import { policyOf } from '@/domain/policies'
import type { Instant } from '@/domain/time'
import type { Keys } from '../../runtime/keys'
import { clock, type Run } from '../database'
import type { Job } from '../queue'
import { concerned, holderColumns, isMoot, type HolderRow } from '../told/caring'
import type { Way } from './ways'

export type State = 'waiting' | 'sending' | 'sent' | 'none' | 'dead'

/** A delivery, held until the transaction's end, with the message it is of. */
export interface DeliveryRow extends HolderRow {
  readonly state: State
  readonly way: Way | null
  readonly reason: string | null
  readonly tries: number
  readonly notice: Notice
  readonly request_id: string | null
  readonly card_key: string
  readonly sealed_number: string
  /** Of whom it is for. */
  readonly sealed_receiver: string
  readonly now: Instant
  readonly is_moot: boolean
}

const read = `select d.state, d.way, d.reason, d.tries, m.notice, m.request_id, m.card_key, c.sealed_number, r.sealed_person as sealed_receiver, ${clock} as now,
    ${isMoot('m.notice', 'm.card_key', clock)} as is_moot, ${holderColumns}
  from delivery d join message m on m.person_key = d.person_key and m.message_id = d.message_id
  join card c on c.card_key = m.card_key join person p on p.person_key = c.holder_key join person r on r.person_key = d.person_key
  where d.person_key = $1 and d.message_id = $2 for update of d`

/** Null where it is kept no more: whoever erased their data is told nothing. */
export const readDelivery = async (run: Run, { personKey, messageId }: Job): Promise<DeliveryRow | null> => {
  const [row] = await run<DeliveryRow>({ name: 'hold-delivery', text: read, values: [personKey, messageId] })
  return row ?? null
}

/** Why somebody is not sent a message any more; null where they still are. */
export const endedFor = (row: DeliveryRow, personKey: string, keys: Keys): 'moot' | 'notConcerned' | null => {
  if (row.is_moot) return 'moot'
  return concerned(row, keys, row.now).includes(personKey) ? null : 'notConcerned'
}

/** The instant from which on the hours allow it to be sent, where that is not yet. */
export const laterThanNow = ({ notice, now, city }: DeliveryRow): Instant | null => {
  const at = sendAt(notice.about, now, policyOf(city))
  return at > now ? at : null
}

export const templateOf = ({ about }: Notice): MessageTemplate => (about === 'lapsesSoon' ? 'lapsesSoon' : 'cardChanged')
