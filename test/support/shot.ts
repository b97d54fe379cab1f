import type { Copy, Language } from '@/copy'
import type { FamilyCopy } from '@/copy/family'
import type { IdentityCopy } from '@/copy/identity'
import type { OutletCopy } from '@/copy/outlets'
import type { ReissueCopy } from '@/copy/reissue'
import type { ToldCopy } from '@/copy/told'
import type { DataOf, ErrorCode, OperationName } from '@/contract'

/** What is tapped, by its words; what is typed into a field; or words to go on to, which elder mode shows some questions later. */
export type Step = string | Typed | { readonly seen: string }
export interface Typed {
  readonly field: string
  readonly typed: string
}

/** An operation answered by the picture's taker, so that what it leads to is seen without anything being changed. */
export type Played = { readonly [Name in OperationName]?: DataOf<Name> | { readonly code: ErrorCode; readonly retryAfterSeconds?: number } }

/** One screen: whose, or nobody's, and the words that are tapped from home to reach it. Reaching it changes no card. */
export interface Shot {
  readonly name: string
  readonly citizen?: string
  /** The address inside the app it is opened by, where no tap leads there. */
  readonly route?: string
  readonly played?: Played
  readonly taps?: (t: Copy, o: OutletCopy, i: IdentityCopy, f: FamilyCopy, m: ToldCopy, r: ReissueCopy) => readonly Step[]
  /** What is opened before the last of them in elder mode, where a page shows one thing at a time. */
  readonly section?: (f: FamilyCopy, r: ReissueCopy) => string
}

/** What the citizen chose in the settings. */
export interface Chosen {
  readonly mode: 'normal' | 'elder'
  readonly language: Language
}
