import { cardOperations } from './card'
import { outletsOperations } from './outlets'
import { personOperations } from './person'
import { sessionOperations } from './session'

/** What citizens do on any page; what only some pages do is brought along by them. */
export const citizenOperations = { ...sessionOperations, ...personOperations, ...cardOperations, ...outletsOperations } as const
export type CitizenOperationName = keyof typeof citizenOperations
