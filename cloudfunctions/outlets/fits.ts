import type { FoundOutletOnWire } from '@/contract'
import type { Opening } from '@/domain/opening'
import type { OutletRow } from '../repository'
import type { Search } from './lookup/search'
import { hasPart } from './lookup/text'

type Fit = FoundOutletOnWire['fits'][number]

const named = ({ query }: Search, text: string, initials: string): boolean => query !== undefined && hasPart(text, initials, query)

/**
 * Which wishes of a search an outlet meets, of those that were made: all but two it must meet to be found; open it need not be where the
 * open ones only come first, and of name and address one is enough.
 */
export const fitsOf = (search: Search, row: OutletRow, opening: Opening): Fit[] => {
  const met: readonly (readonly [Fit, boolean])[] = [
    ['kind', (search.kinds ?? []).length > 0],
    ['bank', search.bank !== undefined],
    ['capability', (search.capabilities ?? []).length > 0],
    ['district', search.district !== undefined],
    ['open', search.open !== undefined && opening.state === 'open'],
    ['name', named(search, row.name, row.name_initials)],
    ['address', named(search, row.address, row.address_initials)],
  ]
  return met.flatMap(([fit, isMet]) => (isMet ? [fit] : []))
}
