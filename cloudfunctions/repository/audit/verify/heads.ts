import type { Key } from '../../../runtime/key-list'
import { beginning } from '../../chain'
import type { Session } from '../../import/session'
import { digestOf, hashOfHead, isSigned, type Leaf, type SignedHead } from '../head'

/** A head that is known from elsewhere: what came up to it cannot have been written anew. */
export interface KnownHead {
  readonly position: number
  readonly hash: string
}

export interface HeadNeeds {
  readonly keys: readonly Key[]
  readonly known: KnownHead | null
  /** The hashes of all acts of operators, in their order. */
  readonly acts: readonly string[]
}

export interface WalkedHeads {
  /** The last that holds; null where there is none. */
  readonly last: KnownHead | null
  readonly broken: string | null
}

type Row = Omit<SignedHead, 'at'> & { readonly at: string }

const next = `select position, at, leaves, digest, acts, acts_hash as "actsHash", previous, hash, key_id as "keyId", signature
  from audit_head where position > $1 order by position limit 1`
const leavesOf = `select l.card_key as "cardKey", l.seq, e.hash from audit_leaf l left join card_event e on e.card_key = l.card_key and e.seq = l.seq
  where l.position = $1 order by l.card_key, l.seq`
const strayLeaf = 'select card_key as "cardKey" from audit_leaf where position > $1 limit 1'

const brokenLeaves = (head: SignedHead, leaves: readonly Leaf[]): string | null => {
  const gone = leaves.find(({ hash }) => hash === null)
  if (gone) return `card ${gone.cardKey}: event ${gone.seq} is gone, and head ${head.position} has signed it`
  const isWhole = leaves.length === head.leaves && digestOf(leaves) === head.digest
  return isWhole ? null : `head ${head.position}: what it signed is not what is there`
}

/** The head itself, by what came before it. */
const brokenHead = (head: SignedHead, before: KnownHead, { keys, known, acts }: HeadNeeds): string | null => {
  const { position, previous, hash } = head
  if (position !== before.position + 1 || previous !== before.hash) return `head ${before.position + 1}: it is gone, or does not follow from the one before`
  if (hash !== hashOfHead(head)) return `head ${position}: it was altered`
  if (!isSigned(head, keys)) return `head ${position}: none of the keys given has signed it`
  if (head.acts > 0 && acts[head.acts - 1] !== head.actsHash) return `head ${position}: act ${head.acts} of the operators, which it has signed, is not there`
  return known?.position === position && known.hash !== hash ? `head ${position}: it is not the one that is known` : null
}

const nothing: KnownHead = { position: 0, hash: beginning }
const found = ({ position, hash }: KnownHead): KnownHead | null => (position === 0 ? null : { position, hash })

/** Checks every head, one after the other, up to the first that does not hold. */
export const walkHeads = async (session: Session, needs: HeadNeeds): Promise<WalkedHeads> => {
  let before = nothing
  for (;;) {
    const [row] = await session.query<Row>(next, [before.position])
    if (!row) break
    const head = { ...row, at: Number(row.at) }
    const broken = brokenHead(head, before, needs) ?? brokenLeaves(head, await session.query<Leaf>(leavesOf, [head.position]))
    if (broken !== null) return { last: found(before), broken }
    before = head
  }
  const [stray] = await session.query<Leaf>(strayLeaf, [before.position])
  if (stray) return { last: found(before), broken: `head ${before.position + 1}: it is gone, and had signed card ${stray.cardKey}` }
  const isShort = needs.known !== null && needs.known.position > before.position
  return { last: found(before), broken: isShort ? `head ${before.position + 1}: it is gone, and is known` : null }
}
