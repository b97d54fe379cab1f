import { defineOperation } from '../runtime/define-operation'
import { memberOnWire } from './member'

/** Whose session it is. */
export const me = defineOperation('counter/me', (_request, { repository, caller }) => memberOnWire(repository, caller))
