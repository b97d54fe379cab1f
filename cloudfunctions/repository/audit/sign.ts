import type { Instant } from '@/domain/time'
import type { Key } from '../../runtime/key-list'
import { beginning } from '../chain'
import { clock, inTransaction, type Database, type Run } from '../database'
import { digestOf, signHead, type Leaf, type SignedHead } from './head'

/** One instance at a time signs, so that heads follow one another. */
const signLock = 6_122_026
/** Events that one head takes in: as many as are read and signed within a moment. */
const batch = 10_000

interface Before {
  readonly position: number
  readonly hash: string
  readonly acts: number
  readonly now: Instant
  readonly last_act: number
  readonly last_act_hash: string
}

const readBefore = `select coalesce(h.position, 0) as position, coalesce(h.hash, '${beginning}') as hash, coalesce(h.acts, 0) as acts, ${clock} as now,
    coalesce(a.seq, 0) as last_act, coalesce(a.hash, '${beginning}') as last_act_hash
  from (select) always left join (select * from audit_head order by position desc limit 1) h on true
  left join (select * from operator_act order by seq desc limit 1) a on true`

/** What waits is taken as it lies, whole: no order is kept, and none is needed, since each of a card's events vouches for those before it. */
const takeLeaves = `with taken as (delete from audit_pending where ctid = any(array(select ctid from audit_pending limit ${batch})) returning card_key, seq),
    leaf as (insert into audit_leaf select card_key, max(seq), $1 from taken group by card_key returning card_key, seq)
  select l.card_key as "cardKey", l.seq, e.hash from leaf l join card_event e on e.card_key = l.card_key and e.seq = l.seq order by l.card_key`

const write = 'insert into audit_head values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)'

/** These statements have no name: they come once an hour, and what waits is read whole. */
const within = async (run: Run, key: Key): Promise<SignedHead | undefined> => {
  const [lock] = await run<{ held: boolean }>({ text: 'select pg_try_advisory_xact_lock($1) as held', values: [signLock] })
  const [before] = lock?.held ? await run<Before>({ text: readBefore, values: [] }) : []
  if (!before) return undefined
  const position = before.position + 1
  const leaves = await run<Leaf>({ text: takeLeaves, values: [position] })
  if (leaves.length === 0 && before.last_act === before.acts) return undefined
  const head = signHead({
    position, at: before.now, leaves: leaves.length, digest: digestOf(leaves), acts: before.last_act, actsHash: before.last_act_hash, previous: before.hash,
  }, key)
  await run({ text: write, values: [position, head.at, head.leaves, head.digest, head.acts, head.actsHash, head.previous, head.hash, head.keyId, head.signature] })
  return head
}

/** Signs a head over what was written since the last one, or a part of it where that is much; null where nothing was, or another instance is at it. */
export const signNext = async (database: Database, key: Key): Promise<SignedHead | null> =>
  (await inTransaction(database, (run) => within(run, key))) ?? null
