import type { ErrorCode, FailureOnWire } from '@/contract'

/**
 * What a client can see go wrong beside the contract's codes: the phone has no network; no answer came in time; the answer
 * was none that the contract knows.
 */
export const clientCodes = ['offline', 'noAnswer', 'unknownAnswer'] as const
export type FailureCode = ErrorCode | (typeof clientCodes)[number]

/** Why something did not happen. `code` is the key of its sentence in `copy`; `retryable` when the same again may succeed. */
export interface Failure {
  readonly code: FailureCode
  readonly retryable: boolean
  readonly details?: FailureOnWire['details']
}
