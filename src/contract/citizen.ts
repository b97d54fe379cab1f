import { cardOperations } from './card'
import { outletsOperations } from './outlets'
import { personOperations } from './person'
import { sessionOperations } from './session'

/** What citizens do: all that a phone needs to know of the contract. */
export const citizenOperations = { ...sessionOperations, ...personOperations, ...cardOperations, ...outletsOperations } as const
export type CitizenOperationName = keyof typeof citizenOperations
