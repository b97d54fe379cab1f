import type { OperationName } from '@/contract'
import { RequestError } from './errors'
import type { Facts } from './facts'
import type { Partner, StaffMember } from './partner'
import type { Services } from './services'

/** The partner that signed a request, or the counter whose session it comes from. */
export const partnerOf = async (_facts: Facts, _operation: OperationName, _found: Services): Promise<Partner> => { throw new RequestError('signatureRefused') }

/** The member of staff whose session a request comes from. */
export const staffOf = async (_facts: Facts, _found: Services): Promise<StaffMember> => { throw new RequestError('notSignedIn') }
