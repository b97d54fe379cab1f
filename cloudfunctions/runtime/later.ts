import type { OperationName } from '@/contract'
import { defineOperation, type DefinedOperation } from './define-operation'
import { RequestError } from './errors'

/** An operation that is not there yet. */
export const later = <Name extends OperationName>(name: Name): DefinedOperation<Name> =>
  defineOperation(name, async () => { throw new RequestError('notFound') })
