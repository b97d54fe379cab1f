import { clock, type Run } from './database'

/** Where something waits, and what it is. `…Aside` and `dead` wait for somebody to look after them. */
export const queueNames = [
  'outbox', 'tellingAside', 'lapseAside', 'feedAside', 'deliveries', 'deliveriesDead', 'relays', 'relaysAside', 'audit',
] as const
export type QueueLengths = Readonly<Record<(typeof queueNames)[number], number>>

/** More than this are not counted: so many are too many already. */
const most = 100_000

const count = (rows: string): string => `(select count(*)::integer from (select ${rows} limit ${most}) counted)`
const aside = (work: string): string => count(`from set_aside where work = '${work}'`)

/** Each is counted from an index of what waits, or a table of nothing else; it has no name, since it is asked for by whoever watches. */
const text = `select ${count(`from outbox where sent_at is null and due_at <= (select ${clock})`)} as outbox,
  ${aside('telling')} as "tellingAside", ${aside('lapse')} as "lapseAside", ${aside('feed')} as "feedAside",
  ${count(`from delivery where state in ('waiting', 'sending')`)} as deliveries, ${count(`from delivery where state = 'dead'`)} as "deliveriesDead",
  ${count('from card_relay where sent_at is null and reason is null and at > 0')} as relays,
  ${count('from card_relay where sent_at is null and reason is not null and at > 0')} as "relaysAside",
  ${count('from audit_pending')} as audit`

/** How much waits, and where. */
export const queueLengths = async (run: Run): Promise<QueueLengths> => {
  const [row] = await run<QueueLengths>({ text, values: [] })
  if (!row) throw new TypeError('counts give a row')
  return row
}
