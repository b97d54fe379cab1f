import type { CardOnWire } from '@/contract'
import type { OutletNeed } from '@/domain/words'
import type { IdentityCheck } from './use-identity-check'

/** What a check is for, as it is said on its screens. */
export interface CheckWords {
  /** Why it is asked, and how long it takes: one line under the title. */
  readonly why: string
  /** What its result is used for, and nothing else. */
  readonly use: string
  /** What one calls the hotline for instead, and what to bring to an outlet; general words where nothing is said. */
  readonly phone?: string
  readonly counter?: string
  /** Where what is checked was typed: going back to it, which is what helps if it was mistyped. */
  readonly change?: string
}

export interface CheckScreenProps {
  readonly check: IdentityCheck
  /** The words of the bar. */
  readonly title: string
  readonly words: CheckWords
  /** The card it is about: its city's rules hold, and its relation says who is checked. Without one it is about the person. */
  readonly card?: CardOnWire | undefined
  /** Which step of how many the check is. */
  readonly progress?: { readonly at: number; readonly of: number } | undefined
  /** What is being done now that it is passed. */
  readonly busyWords?: string | undefined
  /** What an outlet is looked for, where the card's own list is asked. */
  readonly need?: OutletNeed | undefined
  /** A new card is activated: at a terminal it is put on the reader, or not now. */
  readonly newCard?: { readonly notNow: string } | undefined
  readonly onBack: () => void
}
