import type { FunctionName, OperationName } from '@/contract'

/** What an operation does, in a few words and, where they do not say it all, in a few more. */
export interface Summary {
  readonly en: string
  readonly zh: string
  readonly more?: { readonly en: string; readonly zh: string }
}

/** Every operation of a function: one that is missing does not compile. */
export type SummariesOf<Of extends FunctionName> = { readonly [Name in Extract<OperationName, `${Of}/${string}`>]: Summary }
