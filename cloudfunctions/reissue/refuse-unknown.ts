import type { AddressOnWire } from '@/contract'
import { isDivision } from '../outlets/divisions'
import { idFromWire } from '../outlets/wire'
import { outletNameOf } from '../outlets/outlet-name'
import type { Call } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'

const wrong = (field: string) => new RequestError('invalidRequest', { field })

/** Refuses an address in a district that is none. */
export const refuseUnknownDivision = (address: AddressOnWire | undefined): void => {
  if (address && !isDivision(address.division)) throw wrong('address.division')
}

/** Refuses an outlet that is not in the current list of the card's city. */
export const refuseUnknownOutlet = async ({ repository, caller }: Call, cardId: string, outlet: string | undefined): Promise<void> => {
  if (outlet === undefined) return
  const { city } = await repository.cards.get(caller, cardId)
  const name = idFromWire(outlet)?.city === city ? await outletNameOf(repository, outlet) : undefined
  if (name === undefined) throw wrong('outlet')
}
