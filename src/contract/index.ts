import type * as v from 'valibot'
import { cardOperations } from './card'
import { outletsOperations } from './outlets'
import { sessionOperations } from './session'

/** The single list of operations: it drives the client, the functions and their routes (`POST /<function>/<operation>`). */
export const operations = { ...sessionOperations, ...cardOperations, ...outletsOperations } as const

export type OperationName = keyof typeof operations
export type RequestOf<Name extends OperationName> = v.InferInput<(typeof operations)[Name]['request']>
export type DataOf<Name extends OperationName> = v.InferOutput<(typeof operations)[Name]['data']>

export * from './errors'
export * from './operation'
export * from './reply'
export { doors, verificationResults, type Door, type Subject, type VerificationResult } from './session'
export type { BankOnWire, CardOnWire, HistoryEventOnWire, ReportOnWire, ShownOnWire } from './shapes'
export type { CoordinateSystem, FoundOutletOnWire, OpeningOnWire, OutletListOnWire, OutletOnWire, PointOnWire } from './outlet-shapes'
export type { CityRulesOnWire } from './policy'
