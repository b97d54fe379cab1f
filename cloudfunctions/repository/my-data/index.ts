import type { Caller } from '../../runtime/caller'
import type { Keys } from '../../runtime/keys'
import type { Database } from '../database'
import { eraseMyData, type Erased } from './erase'
import { exportMyData, type WholeData } from './export'
import { readMyData, type MyData } from './read'

/** What is kept of a person, for that person alone. */
export interface OwnData {
  read(caller: Caller): Promise<MyData>
  /** Everything, in clear; uses up a check for it. */
  export(caller: Caller, verificationId: string): Promise<WholeData>
  erase(caller: Caller): Promise<Erased>
}

export const ownDataIn = (database: Database, keys: Keys): OwnData => ({
  read: (caller) => readMyData(database, keys, caller),
  export: (caller, verificationId) => exportMyData(database, keys, caller, verificationId),
  erase: (caller) => eraseMyData(database, keys, caller),
})

export type { WholeData } from './export'
