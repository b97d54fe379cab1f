import { isForCitizens, type CitizenErrorCode, type FailureOnWire } from '@/contract'
import { isReissueRefusal, refusalCodes, type ReissueRefusal } from '@/domain/decision'

/**
 * What a client can see go wrong beside the contract's codes: the phone has no network, so nothing was sent; no answer came in
 * time; the answer was none that the contract knows.
 */
export const clientCodes = ['offline', 'noAnswer', 'unknownAnswer'] as const
export type FailureCode = CitizenErrorCode | (typeof clientCodes)[number]

/** Why something did not happen. `code` is the key of its sentence in `copy`; `retryable` when the same again may succeed. */
export interface Failure {
  readonly code: FailureCode
  readonly retryable: boolean
  /** The rule about a new card that says no: read on the pages that have its sentence, and an unknown answer to all others. */
  readonly refusal?: ReissueRefusal
  readonly details?: FailureOnWire['details']
}

const again: readonly FailureCode[] = ['offline', 'noAnswer', 'unknownAnswer', 'fault', 'busy', 'tooManyRequests']
/** Codes after which a change may have been made all the same: only the server's next answer knows. */
const leavesDoubt: readonly FailureCode[] = ['noAnswer', 'unknownAnswer', 'fault', 'busy']
/** What a rule can say to a citizen; each has sentences on screen. */
export const citizenRefusals = refusalCodes.filter((code) => isForCitizens(code))
export type CitizenRefusal = (typeof citizenRefusals)[number]
const refusals: readonly string[] = refusalCodes

export const failureOf = (code: FailureCode, details?: FailureOnWire['details']): Failure =>
  ({ code, retryable: again.includes(code), ...(details && { details }) })

/** The failure that an error of the server's is. */
export const answeredWith = ({ code, details }: FailureOnWire): Failure => {
  if (isForCitizens(code)) return failureOf(code, details)
  const unknown = failureOf('unknownAnswer', details)
  return isReissueRefusal(code) ? { ...unknown, retryable: false, refusal: code } : unknown
}

/** Whether a change that ended like this may nevertheless have been made. */
export const isDoubtful = ({ code, refusal }: Failure): boolean => !refusal && leavesDoubt.includes(code)

/** Whether a rule of the card says no, rather than something having gone wrong. */
export const isRefusal = ({ code, refusal }: Failure): boolean => refusals.includes(refusal ?? code)

/** Whether the server does not know who this is any more, or does not take what was shown for it. */
export const isTurnedAway = ({ code }: Failure): boolean => code === 'notSignedIn' || code === 'proofRefused'

/** Whether the identity check no longer counts and has to be made again. */
export const needsNewCheck = ({ code }: Failure): boolean => code === 'verificationRefused' || code === 'verificationUsed'

/** The same failure where a way on is offered for it: one more try, or a new check. */
export const withWayOn = (failure: Failure): Failure => ({ ...failure, retryable: failure.retryable || needsNewCheck(failure) })

/** A failure as it is thrown between the client and the hooks. */
export class Failed extends Error {
  override readonly name = 'Failed'

  constructor(readonly failure: Failure) {
    super(failure.code)
  }
}

/** The failure behind whatever was thrown; what is not ours counts as an answer no one understood. */
export const failureFrom = (thrown: unknown): Failure => (thrown instanceof Failed ? thrown.failure : failureOf('unknownAnswer'))

