import type { CardOnWire, Door, HistoryEventOnWire, ReportOnWire, VerificationResult } from '@/contract'
import type { Failure } from './failure'
import type { QueryLike } from './query'

// TEMPORARY: what the hooks give back, until each hook stands in its own file.
// features/session   useSession(): Session            useDemoCitizens(): QueryLike<Citizen[]>
// features/card      useCards(): QueryLike<CardOnWire[]>   useCard(cardId): QueryLike<DataOf<'card/get'>>
//                    useHistory(cardId): History       useBankTold(cardId): BankTold
// features/identity  useIdentityCheck(subject): IdentityCheck (used inside the two flows; screens get it as flow.check)
// features/loss-report useReportLoss(cardId): Flow     features/release useReleaseLoss(cardId): Flow
// features/banks     useBanks(city): QueryLike<BankOnWire[]>   usePolicy(city): QueryLike<CityRulesOnWire>
// features/settings  useSettings(): Settings

export interface Citizen { readonly id: string; readonly name: string; readonly note: string }

export interface Session {
  readonly status: 'signedOut' | 'signedIn'
  /** The demo citizen's id; undefined where the platform itself says who it is. */
  readonly citizen: string | undefined
  readonly door: Door
  /** The doors this build may play: one on a phone, both in the browser's preview. */
  readonly doors: readonly Door[]
  readonly busy: boolean
  readonly failure: Failure | undefined
  readonly signIn: (citizen: string, door: Door) => Promise<boolean>
  readonly signOut: () => void
}

export type History = QueryLike<readonly HistoryEventOnWire[]> & {
  readonly hasMore: boolean
  readonly loadingMore: boolean
  readonly loadMore: () => void
}

/** The citizen's word about the bank. */
export interface BankTold {
  readonly sending: boolean
  readonly failure: Failure | undefined
  readonly say: (told: boolean) => void
  readonly retry: () => void
}

/**
 * consent → beginning → challenge → completing → passed | failed | cancelled | pending; `pending` is asked again by itself
 * a few times, then `unanswered`; `broken` when it could not be begun or completed (see `failure`).
 */
export type CheckStage = 'consent' | 'beginning' | 'challenge' | 'completing' | 'passed' | 'failed' | 'cancelled' | 'pending' | 'unanswered' | 'broken'

export interface IdentityCheck {
  readonly stage: CheckStage
  /** In the sandbox the result is chosen on screen: pass it to `complete`. */
  readonly provider: 'sandbox' | undefined
  readonly verificationId: string | undefined
  readonly failure: Failure | undefined
  /** The citizen agrees to be checked: begins. */
  readonly consent: () => void
  readonly complete: (sandboxResult?: VerificationResult) => void
  /** A new check from consent on, after one that failed, was cancelled or broke. */
  readonly again: () => void
}

/**
 * explain → start() → check → (passed) sending → done | refused | failed | unsure.
 * unsure: sent, and no answer yet: it is asked again by itself with the same key; retry() asks at once.
 */
export interface Flow {
  readonly step: 'explain' | 'check' | 'sending' | 'unsure' | 'done' | 'refused' | 'failed'
  readonly check: IdentityCheck
  /** In `done`. */
  readonly outcome: { readonly report: ReportOnWire; readonly card: CardOnWire; readonly already: boolean } | undefined
  /** In `refused` (a rule says no: why, and where instead) and `failed`. */
  readonly failure: Failure | undefined
  readonly start: () => void
  /** In `check`: consents and begins; the send follows by itself once the check is passed. */
  readonly confirm: () => void
  /** In `unsure` and `failed`. */
  readonly retry: () => void
  /** One step back: true when there was one, false when the page itself should be left. While it is being sent there is none. */
  readonly back: () => boolean
}

export interface Settings {
  readonly mode: 'normal' | 'elder'
  readonly language: 'zh' | 'en'
  /** The system's. */
  readonly theme: 'light' | 'dark'
  /** The system's font size as a factor of its normal one. */
  readonly fontScale: number
  readonly reducedMotion: boolean
  readonly setMode: (mode: 'normal' | 'elder') => void
  readonly setLanguage: (language: 'zh' | 'en') => void
}
