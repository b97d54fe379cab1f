import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { Instant } from '@/domain/time'
import type { Keys } from '../../runtime/keys'
import { beginning } from '../chain'
import { clock, inTransaction, type Database, type Run } from '../database'
import { newKey } from '../random'

/** What an operator does by a command: who, what (`card`, `bar` …), to what (a key, an id), and why. */
export interface Act {
  readonly operator: string
  readonly what: string
  readonly subject: string
  readonly reason: string
}

/** An act as it stands in the record: the hash ties it to the one before. Why it was done may say something of a person, and is sealed. */
export interface ActRow extends Pick<Act, 'operator' | 'what' | 'subject'> {
  readonly seq: number
  readonly at: Instant
  readonly reason_hash: string
  readonly sealed_reason: string
  readonly previous: string
  readonly hash: string
}

export interface ListedAct extends Act {
  readonly seq: number
  readonly at: Instant
}

const sm3 = (text: string): string => createHash('sm3').update(text).digest('hex')

export const hashOfAct = ({ seq, at, operator, what, subject, reason_hash: reason, previous }: Omit<ActRow, 'hash' | 'sealed_reason'>): string =>
  sm3(JSON.stringify([seq, at, operator, what, subject, reason, previous]))

/** Acts follow one another. */
const actLock = 7_122_026

const rowOf = (seq: number): string => `operator-act:${seq}`

const kept = v.object({ reason: v.string(), salt: v.string() })

/** With the salt nobody finds the reason from its hash; the hash stays the same when the sealed text is put under another key. */
const seal = (keys: Keys, seq: number, reason: string) => {
  const text = JSON.stringify({ reason, salt: newKey() })
  return { reason_hash: sm3(text), sealed_reason: keys.seal(text, rowOf(seq)) }
}

const readLast = `select coalesce(l.seq, 0) as seq, coalesce(l.hash, '${beginning}') as hash, ${clock} as now from (select) always
  left join (select seq, hash from operator_act where seq > 0 order by seq desc limit 1) l on true`
const insert = `insert into operator_act (seq, at, operator, what, subject, reason_hash, sealed_reason, previous, hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`
const page = 'select seq, at, operator, what, subject, sealed_reason from operator_act where seq > 0 order by seq desc limit $1'

const append = async (run: Run, keys: Keys, { operator, what, subject, reason }: Act): Promise<true> => {
  await run({ name: 'hold-acts', text: 'select pg_advisory_xact_lock($1)', values: [actLock] })
  const [last] = await run<{ seq: number; hash: string; now: Instant }>({ name: 'last-act', text: readLast, values: [] })
  if (!last) throw new TypeError('the database did not tell the time')
  const seq = last.seq + 1
  const act = { seq, at: last.now, operator, what, subject, ...seal(keys, seq, reason), previous: last.hash }
  const values = [seq, act.at, operator, what, subject, act.reason_hash, act.sealed_reason, act.previous, hashOfAct(act)]
  await run({ name: 'append-act', text: insert, values })
  return true
}

/** Writes an act down: before it is done, so that nothing is done that is not written. */
export const appendAct = async (database: Database, keys: Keys, act: Act): Promise<void> =>
  void (await inTransaction(database, (run) => append(run, keys, act)))

/** The last acts, oldest first. */
export const listActs = async (run: Run, keys: Keys, count: number): Promise<ListedAct[]> => {
  const rows = await run<Omit<ActRow, 'reason_hash' | 'previous' | 'hash'>>({ name: 'list-acts', text: page, values: [count] })
  return rows.reverse().map(({ sealed_reason: sealed, ...act }) => ({ ...act, reason: v.parse(kept, JSON.parse(keys.open(sealed, rowOf(act.seq)))).reason }))
}
