import type { CardRefusal } from '../decision'
import type { Instant } from '../time'
import type { BilingualName, Channel, ShownState } from '../words'

/** What is said in the same words whenever it is said. */
export type PlainPrompt =
  | 'greeting' | 'chooseLanguage' | 'menu' | 'menuKeys'
  | 'enterCard' | 'cardKeys' | 'cardNumberWrong' | 'letterCard'
  | 'enterPassword' | 'passwordKeys' | 'passwordForm' | 'wrongPassword' | 'proofOld' | 'forgotten'
  | 'confirmReport' | 'reported' | 'howToCancel' | 'cancelDoes' | 'confirmCancel' | 'cancelled' | 'nothingReported'
  | 'reportHere' | 'cancelHere' | 'afterwards'
  | 'notUnderstood' | 'offerStaffed' | 'transferring' | 'goodbye' | 'idle'

/** One thing that is said: a key, and the values its sentence needs. Instants are ms. */
export type Prompt =
  | { readonly key: PlainPrompt }
  /** When the line is free again for this card or this caller. */
  | { readonly key: 'locked'; readonly until: Instant }
  /** What a report does, and after how many days it lapses; null where it does not. */
  | { readonly key: 'reportDoes'; readonly days: number | null }
  /** That the bank is not told, with the card's own where the city knows it; an empty hotline is not known. */
  | { readonly key: 'bankApart'; readonly bank: BilingualName | null; readonly hotline: string }
  | { readonly key: 'receipt'; readonly tail: string }
  | { readonly key: 'formalIn'; readonly where: readonly Channel[] }
  | { readonly key: 'standing'; readonly state: ShownState; readonly until: Instant | null }
  | { readonly key: 'releasedIn'; readonly where: readonly Channel[] }
  | { readonly key: 'refused'; readonly code: CardRefusal }
  | { readonly key: 'elsewhere'; readonly where: readonly Channel[] }

export type PromptKey = Prompt['key']

export const plain = (key: PlainPrompt): Prompt => ({ key })
