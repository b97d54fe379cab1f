import type { BilingualName, CardFunction, Channel, ReissueKind, ReportKind } from './words'
import type { ReissueReason, ReissueWay } from './reissue/words'
import type { SourceId } from './policies/sources'

/** A: an official text or its repost. B: an institution. S: a public article only. U: unverified. */
export type Confidence = 'A' | 'B' | 'S' | 'U'

/**
 * One rule of a city: where it is written, how far it can be trusted, and from when it holds here (YYYY-MM-DD: the text's own
 * date, or the day it was recorded where the text gives none).
 */
export interface Sourced<T> {
  readonly value: T
  readonly source: SourceId
  readonly effectiveFrom: string
  readonly confidence: Confidence
}

/** How a report made somewhere is released, mildest first: of two, the later one is the stricter (rule 3). */
export const releaseModes = ['phone', 'online', 'inPerson', 'sameOutlet', 'bank', 'never'] as const
export type ReleaseMode = (typeof releaseModes)[number]

/** In which channels a report is released; `sameOutlet` only where it was accepted, `never` in none. */
export interface ReleaseRule {
  readonly mode: ReleaseMode
  readonly channels: readonly Channel[]
}

/** A bank that issues the city's cards; `verified` only where an official page confirms the hotline. */
export interface Bank {
  readonly code: string
  readonly name: BilingualName
  readonly hotline: string
  readonly hotlineSource: SourceId
  readonly verified: boolean
}

/** Where a city lies: its code among the administrative divisions, and the box around all of it (degrees, WGS-84). */
export interface CityPlace {
  readonly division: string
  readonly box: { readonly west: number; readonly south: number; readonly east: number; readonly north: number }
}

/** Everything that differs from city to city. A new city is one file of this shape. */
export interface CityPolicy {
  readonly city: string
  readonly name: BilingualName
  readonly hotline: Sourced<string>
  /** Null where the rules are of no one city. */
  readonly place: Sourced<CityPlace | null>
  readonly banks: Sourced<readonly Bank[]>
  /** Days of 86,400 s a temporary report of each function lasts (rule 2). */
  readonly temporaryDays: Readonly<Record<CardFunction, Sourced<number>>>
  /** Hours before a lapse at which the cardholder is warned, the earliest first (rule 22). */
  readonly lapseWarningHours: Sourced<readonly number[]>
  /** The civil hours from which, and until which, only what concerns safety is sent. */
  readonly quietHours: Sourced<{ readonly from: number; readonly until: number }>
  /** Which kinds of report each channel makes for each function, the usual one first; none means it makes none. */
  readonly reports: Sourced<Readonly<Record<Channel, Readonly<Record<CardFunction, readonly ReportKind[]>>>>>
  /** How a report made in each channel is released (rules 8–10). */
  readonly release: Sourced<Readonly<Record<Channel, ReleaseRule>>>
  /** Any outlet cancels a temporary report on the spot for someone in a hurry to see a doctor (rule 12). */
  readonly anyOutletCancelsTemporary: Sourced<boolean>
  /** A formal report of the social security function also reports the financial one (rule 6). */
  readonly formalCoversBank: Sourced<boolean>
  /** An exchanged card stops when the exchange is accepted instead of working until collection. */
  readonly exchangeStopsOldCard: Sourced<boolean>
  readonly limits: {
    readonly wrongPasswords: Sourced<number>
    readonly passwordLockHours: Sourced<number>
    /** Identity checks of one person that may fail before further ones have to wait, and for how many hours. */
    readonly failedChecks: Sourced<number>
    readonly checkLockHours: Sourced<number>
    /** After so many loss reports found to be false an account makes none for so many days. */
    readonly falseReports: Sourced<number>
    readonly barDays: Sourced<number>
  }
  /** How many others one person may act for online, children and proxies' grants together, and for how many days a grant holds at most. */
  readonly dependants: { readonly atMost: Sourced<number>; readonly grantDays: Sourced<number> }
  readonly minors: {
    /** Below this age a guardian handles the card. */
    readonly handlingAge: Sourced<number>
    /** Below this age personal data needs the guardian's consent. */
    readonly privacyAge: Sourced<number>
  }
  /**
   * A card issued elsewhere that has moved here, its bank none of the city's: its social security function is cancelled at an agency
   * first and any of the city's banks makes the new one (rule 16), or it is handled like the city's own.
   */
  readonly movedInCards: Sourced<'cancelAtAgencyFirst' | 'likeOwn'>
  readonly reissue: {
    /** In which channels each way to a new card is applied for; none: not offered (rule 15). */
    readonly ways: Readonly<Record<ReissueWay, Sourced<readonly Channel[]>>>
    /** Reasons for which a photo is asked for (rule 19). */
    readonly photoFor: Sourced<readonly ReissueReason[]>
    /** In yuan; null where the city says nothing. */
    readonly fees: Sourced<Readonly<Record<ReissueKind, number | null>>>
    /** How many new cards one may have within a year; null where there is no limit. */
    readonly timesAYear: Sourced<number | null>
    /** Days after which a card that is ready counts as not collected in time; it is still handed out. */
    readonly collectWithinDays: Sourced<number>
    /** Channels that make a formal report only together with the application for a new card (rule 14). */
    readonly formalOnlyWith: Sourced<readonly Channel[]>
    /** In which channels each function of a new card is activated (rule 21). */
    readonly activation: Readonly<Record<CardFunction, Sourced<readonly Channel[]>>>
    /** Whether a bank activates its half in its own app as well. */
    readonly bankAppActivates: Sourced<boolean>
  }
  /** Working days from acceptance of a reissue until the card is ready. */
  readonly readyInWorkingDays: Sourced<number>
  /** What the collection receipt is good for at a hospital meanwhile. */
  readonly medicalCareMeanwhile: Sourced<'voucher' | 'reimburse'>
}

/** Whether one release rule is stricter than another. */
export const isStricter = (a: ReleaseRule, b: ReleaseRule): boolean =>
  releaseModes.indexOf(a.mode) > releaseModes.indexOf(b.mode)
