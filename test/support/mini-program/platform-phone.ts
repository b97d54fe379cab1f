import type { Challenge, VerificationResult } from '@/contract'

/** A platform's own part on one phone, on which one person is signed in. */
export interface PlatformPhone {
  /** A code by which a server learns who that is. */
  login(): Promise<string>
  /** They allow one message by a template. */
  subscribe(templateId: string): Promise<void>
  /** Someone looks into the camera; rejects when the platform knows of no such check. */
  face(challenge: Challenge, outcome: VerificationResult): Promise<void>
}
