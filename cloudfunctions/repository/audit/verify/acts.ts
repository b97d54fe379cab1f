import { beginning } from '../../chain'
import type { Session } from '../../import/session'
import { hashOfAct, type ActRow } from '../act'

/** The hashes of all acts in their order, up to the first that does not follow from the one before. */
export interface WalkedActs {
  readonly hashes: readonly string[]
  readonly broken: string | null
}

type Row = Omit<ActRow, 'at' | 'sealed_reason'> & { readonly at: string }

const all = 'select seq, at, operator, what, subject, reason_hash, previous, hash from operator_act order by seq'

/** Checks the chain of what operators did. */
export const walkActs = async (session: Session): Promise<WalkedActs> => {
  const hashes: string[] = []
  for (const row of await session.query<Row>(all)) {
    const before = hashes.at(-1) ?? beginning
    const holds = row.seq === hashes.length + 1 && row.previous === before && row.hash === hashOfAct({ ...row, at: Number(row.at) })
    if (!holds) return { hashes, broken: `operators: the chain does not hold at act ${hashes.length + 1}` }
    hashes.push(row.hash)
  }
  return { hashes, broken: null }
}
