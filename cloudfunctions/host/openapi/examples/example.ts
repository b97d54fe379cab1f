import type { DataOf, FunctionName, OperationName, RequestOf } from '@/contract'

interface Example<Name extends OperationName> {
  readonly request: RequestOf<Name>
  readonly data: DataOf<Name>
}

/** A good request and a good answer of every operation of a function. */
export type ExamplesOf<Of extends FunctionName> = { readonly [Name in Extract<OperationName, `${Of}/${string}`>]: Example<Name> }
