import { citizenOperations, type CitizenOperationName, type Operation } from '@/contract'
import type { FamilyOperationName } from '@/contract/family'
import type { LeaveOperationName } from '@/contract/leave'
import type { MyDataOperationName } from '@/contract/my-data'
import type { ReissueOperationName } from '@/contract/reissue'

/** What a citizen's pages ask for. */
export type AskedName = CitizenOperationName | FamilyOperationName | LeaveOperationName | MyDataOperationName | ReissueOperationName

/** An operation with its shapes: what only some pages ask for is brought along by them, so that the first package does without. */
export interface Named<Name extends AskedName = AskedName> extends Operation {
  readonly name: Name
}

/** An operation by its name, where every page knows its shapes, or with them. */
export type Asked<Name extends AskedName> = (Name & CitizenOperationName) | Named<Name>

export const named = <Name extends AskedName>(asked: Asked<Name>): Named<Name> =>
  (typeof asked === 'string' ? { name: asked, ...citizenOperations[asked] } : asked)
