import type { StaffOnWire } from '@/contract/counter'
import { idFromWire } from '../outlets/wire'
import type { Repository } from '../repository'
import type { StaffMember } from '../runtime/partner'

/** As its city's current list has it; a list may have come since that leaves it out. */
const outletNameOf = async ({ outlets }: Pick<Repository, 'outlets'>, onWire: string): Promise<string | undefined> => {
  const id = idFromWire(onWire)
  const list = id && (await outlets.current(id.city))
  return list ? (await outlets.byId(id.city, list.version, id.outletId))?.name : undefined
}

/** A member of staff with the name of where they are. */
export const memberOnWire = async (repository: Pick<Repository, 'outlets'>, { staffId, outletId, city }: Omit<StaffMember, 'sessionHash'>): Promise<StaffOnWire> => {
  const outletName = await outletNameOf(repository, outletId)
  return { staffId, outletId, city, ...(outletName !== undefined && { outletName }) }
}
