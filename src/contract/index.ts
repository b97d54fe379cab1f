export { citizenOperations, type CitizenOperationName } from './citizen'
export type { DataOf, OperationName, RequestOf } from './operations'
export * from './errors'
export * from './operation'
export * from './reply'
export {
  cardPurposes, citizenChannels, doors, verificationResults,
  type Challenge, type CheckPurpose, type CitizenChannel, type Door, type KioskOnWire, type PhoneSaid, type Proof, type SignedIn, type Subject, type VerificationResult,
} from './session'
export type { MessageTemplate } from './leave'
export type { MessageOnWire } from './person'
export type { ChildOnWire, GrantOnWire } from './family'
export type { Applicant, Evidence, PartnerCardOnWire } from './partner-shapes'
export type { BankOnWire, CardOnWire, DisputeOnWire, HistoryEventOnWire, ReportOnWire, ShownOnWire } from './shapes'
export type { CoordinateSystem, FoundOutletOnWire, OpeningOnWire, OutletListOnWire, OutletOnWire, PointOnWire } from './outlet-shapes'
export type { AddressOnWire, OrderOnWire, ReceiptOnWire, ReissueAnswerOnWire, ReissueOptionOnWire } from './reissue-shapes'
export type { CityRulesOnWire } from './policy'
