import type { Key } from '../../runtime/key-list'
import type { Keys } from '../../runtime/keys'
import type { Database } from '../database'
import { appendAct, listActs, type Act, type ListedAct } from './act'
import type { SignedHead } from './head'
import { signNext } from './sign'

/** What vouches for the record. */
export interface AuditTrail {
  /** Signs a head over what was written since the last one, or a part of it; null where nothing was, or another instance is at it. */
  signNext(key: Key): Promise<SignedHead | null>
  /** Writes down what an operator is about to do. */
  append(act: Act): Promise<void>
  /** The last acts of operators, oldest first. */
  acts(count: number): Promise<ListedAct[]>
}

export const auditTrailIn = (database: Database, keys: Keys): AuditTrail => ({
  signNext: (key) => signNext(database, key),
  append: (act) => appendAct(database, keys, act),
  acts: (count) => listActs(database.run, keys, count),
})

export type { Act } from './act'
export { verifyRecord, type Audit } from './verify'
export type { KnownHead } from './verify/heads'
export type { Part } from './verify/parts'
