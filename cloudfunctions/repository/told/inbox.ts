import type { Notice } from '@/domain/notices'
import { mayNotAct } from '@/domain/who'
import type { Caller } from '../../runtime/caller'
import { RequestError } from '../../runtime/errors'
import type { Keys } from '../../runtime/keys'
import { clock, type Database } from '../database'
import { actorIn, type ActorRow } from '../history'
import { refuseUnknownCaller } from '../known-caller'
import { readAll } from '../read'
import { policyFor, viewOf, whoOf, type CardView } from '../views'

/** Something a person was told, with the card as they see it now. `actorName` is clear: mask it. */
export interface Message {
  readonly messageId: string
  readonly position: number
  readonly view: CardView
  readonly notice: Notice
  readonly actorName: string | null
  readonly read: boolean
}

/** Newest first; `olderThan` goes on where a page ended, null when nothing older is left. */
export interface InboxPage {
  readonly messages: readonly Message[]
  readonly unread: number
  readonly olderThan: number | null
}

const page = `select m.message_id, m.position, m.card_key, m.notice, m.read_at is not null as read, e.seq, e.actor, p.sealed_person, a.sealed_applicant
  from message m
  join card_event e on e.card_key = m.card_key and e.seq = m.seq
  left join person p on p.person_key = e.actor
  left join attestation a on a.card_key = m.card_key and a.seq = m.seq
  where m.person_key = $1 and m.card_key = any($2::text[]) and ($3::bigint is null or m.position < $3) order by m.position desc limit $4`
const count = `select count(*)::integer as unread from message where person_key = $1 and card_key = any($2::text[]) and read_at is null`
const mark = `update message m set read_at = ${clock} from message upto
  where upto.person_key = $1 and upto.message_id = $2 and m.person_key = $1 and m.position <= upto.position and m.read_at is null`
const known = 'select from message where person_key = $1 and message_id = $2'

interface MessageRow extends ActorRow {
  readonly message_id: string
  readonly position: number
  readonly card_key: string
  readonly notice: Notice
  readonly read: boolean
}

/** The cards whose history the caller may read now: what was told of others is not shown to them any more. */
const cardsOf = async (database: Database, keys: Keys, caller: Caller): Promise<ReadonlyMap<string, CardView>> => {
  const views = (await readAll(database, caller)).map((row) => viewOf(row, keys)).filter((view) => mayNotAct(whoOf(view), 'history', caller.channel, policyFor(view)) === null)
  return new Map(views.map((view) => [view.cardKey, view]))
}

const unreadOf = async ({ run }: Database, personKey: string, cardKeys: readonly string[]): Promise<number> => {
  const [row] = await run<{ unread: number }>({ name: 'unread', text: count, values: [personKey, cardKeys] })
  return row?.unread ?? 0
}

const messageOf = (row: MessageRow, keys: Keys, cards: ReadonlyMap<string, CardView>): Message[] => {
  const view = cards.get(row.card_key)
  if (!view) return []
  const { message_id: messageId, position, notice, read } = row
  return [{ messageId, position, view, notice, actorName: actorIn(row, keys, row.card_key), read }]
}

/** Up to `size` of what the caller was told. Refuses `notSignedIn`, `notBound`. */
export const readInbox = async (database: Database, keys: Keys, caller: Caller, size: number, olderThan: number | null): Promise<InboxPage> => {
  const personKey = await refuseUnknownCaller(database, caller)
  const cards = await cardsOf(database, keys, caller)
  const cardKeys = [...cards.keys()]
  // one more than wanted tells whether anything is left
  const rows = await database.run<MessageRow>({ name: 'inbox', text: page, values: [personKey, cardKeys, olderThan, size + 1] })
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return {
    messages: shown.flatMap((row) => messageOf(row, keys, cards)),
    unread: await unreadOf(database, personKey, cardKeys),
    olderThan: rows.length > size && last ? last.position : null,
  }
}

/** Marks everything up to a message as read; gives how many are still unread. Refuses `notFound` for one that is not the caller's. */
export const markRead = async (database: Database, keys: Keys, caller: Caller, messageId: string): Promise<number> => {
  const personKey = await refuseUnknownCaller(database, caller)
  const found = await database.run({ name: 'known-message', text: known, values: [personKey, messageId] })
  if (found.length === 0) throw new RequestError('notFound')
  await database.run({ name: 'mark-read', text: mark, values: [personKey, messageId] })
  return unreadOf(database, personKey, [...(await cardsOf(database, keys, caller)).keys()])
}
