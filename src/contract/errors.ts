import { refusalCodes, reissueRefusals, type ReissueRefusal } from '@/domain/decision'

/** The HTTP status of each error that is not a rule's refusal. */
const statuses = {
  malformedRequest: 400,
  notSignedIn: 401,
  proofRefused: 401,
  signatureRefused: 401,
  timestampRefused: 401,
  nonceUsed: 401,
  verificationRefused: 403,
  notBound: 403,
  notPermitted: 403,
  idCardUnknown: 403,
  notAtTerminal: 403,
  notFound: 404,
  verificationUsed: 409,
  idempotencyKeyReused: 409,
  tooLarge: 413,
  notJson: 415,
  invalidRequest: 422,
  tooManyRequests: 429,
  tooManyChecks: 429,
  fault: 500,
  busy: 503,
} as const

export type FaultCode = keyof typeof statuses
const faultCodes = Object.keys(statuses) as FaultCode[]

/** The closed list: what went wrong with a request, or which rule refuses it. Each has a sentence on screen. */
export const errorCodes = [...faultCodes, ...refusalCodes] as const
export type ErrorCode = (typeof errorCodes)[number]

const isFault = (code: ErrorCode): code is FaultCode => code in statuses

/** What only partners and members of staff are told: no phone has a sentence for it. */
const partnerCodes = ['signatureRefused', 'timestampRefused', 'nonceUsed', 'notPermitted', 'papersMissing', 'notThisBank', 'formalOnlyWithReissue'] as const
/** What every page of a phone has a sentence for; those about a new card are said on its own pages. */
export type CitizenErrorCode = Exclude<ErrorCode, (typeof partnerCodes)[number] | ReissueRefusal>
const others: readonly ErrorCode[] = [...partnerCodes, ...reissueRefusals]
export const isForCitizens = (code: ErrorCode): code is CitizenErrorCode => !others.includes(code)
export const citizenErrorCodes: readonly CitizenErrorCode[] = errorCodes.filter(isForCitizens)

/** The HTTP status that fits an error; every refusal by the card's rules is a 409. */
export const statusOf = (code: ErrorCode): number => (isFault(code) ? statuses[code] : 409)
