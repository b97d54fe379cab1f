import { idNumberFault } from '@/domain/id-number'
import type { VerificationResult } from '@/contract'

export interface Person {
  readonly name: string
  readonly idNumber: string
}

/** A face check as the platform knows it; `platformId` is null where it is begun for whoever holds the phone. */
export interface FaceCheck {
  readonly outerNumber: string
  readonly person: Person
  readonly platformId: string | null
  readonly until: number
  outcome: VerificationResult | 'notDone'
}

export interface Checks {
  begin(ticket: string, check: Omit<FaceCheck, 'outcome'>): void
  find(ticket: string): FaceCheck | null
  isUsed(outerNumber: string): boolean
  /** A person looks into the phone; false when there is no such check any more. */
  play(ticket: string, outcome: VerificationResult, platformId: string | undefined): boolean
}

/** Everybody's face is their own, of whom there can be an ID number, and who is the one that the check was begun for. */
const seen = ({ person, platformId }: FaceCheck, outcome: VerificationResult, holder: string | undefined): VerificationResult => {
  const another = holder !== undefined && platformId !== null && holder !== platformId
  return outcome === 'passed' && (another || idNumberFault(person.idNumber) !== null) ? 'failed' : outcome
}

export const checksOf = (now: () => number): Checks => {
  const begun = new Map<string, FaceCheck>()
  const numbers = new Set<string>()
  const find = (ticket: string) => {
    const found = begun.get(ticket)
    return found && now() < found.until ? found : null
  }
  return {
    begin: (ticket, check) => {
      numbers.add(check.outerNumber)
      begun.set(ticket, { ...check, outcome: 'notDone' })
    },
    find,
    isUsed: (outerNumber) => numbers.has(outerNumber),
    play: (ticket, outcome, holder) => {
      const found = find(ticket)
      if (found) found.outcome = seen(found, outcome, holder)
      return found !== null
    },
  }
}
