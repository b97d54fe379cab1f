export { citizenOperations, type CitizenOperationName } from './citizen'
export type { DataOf, OperationName, RequestOf } from './operations'
export * from './errors'
export * from './operation'
export * from './reply'
export {
  cardPurposes, doors, verificationResults,
  type Challenge, type CheckPurpose, type Door, type PhoneSaid, type Proof, type SignedIn, type Subject, type VerificationResult,
} from './session'
export type { ChildOnWire, GrantOnWire, MessageOnWire } from './person'
export type { Applicant, Evidence, PartnerCardOnWire } from './partner-shapes'
export type { BankOnWire, CardOnWire, DisputeOnWire, HistoryEventOnWire, ReportOnWire, ShownOnWire } from './shapes'
export type { CoordinateSystem, FoundOutletOnWire, OpeningOnWire, OutletListOnWire, OutletOnWire, PointOnWire } from './outlet-shapes'
export type { CityRulesOnWire } from './policy'
