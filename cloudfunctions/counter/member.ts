import type { StaffOnWire } from '@/contract/counter'
import { outletNameOf } from '../outlets/outlet-name'
import type { Repository } from '../repository'
import type { StaffMember } from '../runtime/partner'

/** A member of staff with the name of where they are. */
export const memberOnWire = async (repository: Pick<Repository, 'outlets'>, { staffId, outletId, city }: Omit<StaffMember, 'sessionHash'>): Promise<StaffOnWire> => {
  const outletName = await outletNameOf(repository, outletId)
  return { staffId, outletId, city, ...(outletName !== undefined && { outletName }) }
}
