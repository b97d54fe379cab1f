import type { AddressOnWire } from '@/contract'
import { isDivision } from '../outlets/divisions'
import { idFromWire } from '../outlets/wire'
import { outletNameOf } from '../outlets/outlet-name'
import type { CardView, Repository } from '../repository'
import { RequestError } from '../runtime/errors'

const wrong = (field: string) => new RequestError('invalidRequest', { field })

/** Refuses an address in a district that is none. */
export const refuseUnknownDivision = (address: AddressOnWire | undefined): void => {
  if (address && !isDivision(address.division)) throw wrong('address.division')
}

/** Refuses an outlet that is not in the current list of the city that `cityOf` reads, which it does only where there is one. */
export const refuseUnknownOutlet = async (repository: Repository, outlet: string | undefined, cityOf: () => Promise<Pick<CardView, 'city'>>): Promise<void> => {
  if (outlet === undefined) return
  const { city } = await cityOf()
  const name = idFromWire(outlet)?.city === city ? await outletNameOf(repository, outlet) : undefined
  if (name === undefined) throw wrong('outlet')
}
