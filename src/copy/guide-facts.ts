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
  /** The city's cooperative banks, as a list in words; empty while they are not known. */
  readonly banks: string
}
