import type * as v from 'valibot'
import { cardOperations } from './card'
import { outletsOperations } from './outlets'
import { personOperations } from './person'
import { sessionOperations } from './session'

/** The single list of operations: it drives the client, the functions and their routes (`POST /<function>/<operation>`). */
export const operations = { ...sessionOperations, ...personOperations, ...cardOperations, ...outletsOperations } as const

export type OperationName = keyof typeof operations
export type RequestOf<Name extends OperationName> = v.InferInput<(typeof operations)[Name]['request']>
export type DataOf<Name extends OperationName> = v.InferOutput<(typeof operations)[Name]['data']>

export * from './errors'
export * from './operation'
export * from './reply'
export {
  cardPurposes, doors, verificationResults,
  type Challenge, type CheckPurpose, type Door, type PhoneSaid, type Proof, type SignedIn, type Subject, type VerificationResult,
} from './session'
export type { ChildOnWire, GrantOnWire } from './person'
export type { BankOnWire, CardOnWire, HistoryEventOnWire, ReportOnWire, ShownOnWire } from './shapes'
export type { CoordinateSystem, FoundOutletOnWire, OpeningOnWire, OutletListOnWire, OutletOnWire, PointOnWire } from './outlet-shapes'
export type { CityRulesOnWire } from './policy'
