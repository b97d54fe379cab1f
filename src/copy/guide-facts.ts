/** What the guide's answers are made of: a city's own rules, already in words. */
export interface GuideFacts {
  readonly hotline: string
  /** The channels that release each other's reports, as a list in words. */
  readonly online: string
  readonly anyOutlet: boolean
  readonly coversBank: boolean
  readonly medicalCare: 'voucher' | 'reimburse'
  readonly passwords: number
  readonly lockHours: number
  readonly handlingAge: number
  readonly privacyAge: number
  readonly readyDays: number
  /** Whether a card that moved here is cancelled at an agency before a new one is made. */
  readonly cancelsFirst: boolean
  /** Reasons for a photo, in words; empty where there are none. */
  readonly photoFor: string
  /** Whether a card comes by mail, and whether the bank's own app makes one. */
  readonly mail: boolean
  readonly bankApp: boolean
  /** Where the social security function of a new card is activated, in words. */
  readonly activatedIn: string
  readonly bankAppActivates: boolean
  /** Days after which a card that is ready counts as not collected. */
  readonly collectDays: number
  /** In yuan; null where the city says nothing. */
  readonly fee: number | null
  /** The city's cooperative banks, as a list in words; empty while they are not known. */
  readonly banks: string
}
