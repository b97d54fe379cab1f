import { leaveOperations, type LeaveOperationName } from '@/contract/leave'
import type { Named } from '../asked'

const of = <Name extends LeaveOperationName>(name: Name): Named<Name> => ({ name, ...leaveOperations[name] })

/** What is asked about leave to send messages, as the pages that ask for it do. */
export const leave = { templates: of('person/messageTemplates'), subscribe: of('person/subscribe') } as const
