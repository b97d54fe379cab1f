import type * as v from 'valibot'
import { channelOperations } from './channel'
import { citizenOperations } from './citizen'
import { counterOperations } from './counter'
import { familyOperations } from './family'
import { leaveOperations } from './leave'
import { myDataOperations } from './my-data'
import { reissueOperations } from './reissue'

/** The single list of operations: it drives the clients, the functions and their routes (`POST /<function>/<operation>`), and the OpenAPI document. */
export const operations = { ...citizenOperations, ...familyOperations, ...leaveOperations, ...myDataOperations, ...reissueOperations, ...channelOperations, ...counterOperations } as const

export type OperationName = keyof typeof operations
export type RequestOf<Name extends OperationName> = v.InferInput<(typeof operations)[Name]['request']>
export type DataOf<Name extends OperationName> = v.InferOutput<(typeof operations)[Name]['data']>
