import type { FoundOutletOnWire } from '@/contract'
import type { OutletCopy } from '@/copy/outlets'
import type { OutletStepName } from '@/domain/words'
import type { MapPlace } from '@/platform/outlet-map/props'
import type { Found, Group } from './found'

/** An outlet with its number in the list; one that serves two steps has a row in each. */
export interface Row {
  readonly key: string
  readonly number: number
  /** The step that it serves, where the card's need has steps. */
  readonly step: OutletStepName | undefined
  readonly outlet: FoundOutletOnWire
}

export interface GroupOfRows {
  readonly group: Group
  readonly rows: readonly Row[]
}

/** The rows of all groups, numbered through. */
export const rowsOf = ({ groups }: Found): readonly GroupOfRows[] => {
  let number = 0
  return groups.map((group) => ({
    group,
    rows: group.outlets.map((outlet) => ({ key: `${group.step ?? ''} ${outlet.outletId}`, number: (number += 1), step: group.step, outlet })),
  }))
}

export const allRows = (groups: readonly GroupOfRows[]): readonly Row[] => groups.flatMap(({ rows }) => rows)

/** The places of a map beside the list: each outlet once, under the number of its first row. */
export const placesOf = (rows: readonly Row[]): readonly MapPlace[] => {
  const first = new Map<string, Row>()
  for (const row of rows) if (!first.has(row.outlet.outletId)) first.set(row.outlet.outletId, row)
  return [...first.values()].map(({ number, outlet: { outletId, name, opening, location } }) =>
    ({ id: outletId, number, name, open: opening.state === 'open', point: location }))
}

/** How many were found, and how many of them are open as far as the answer says. */
export const saidFound = (groups: readonly GroupOfRows[], o: OutletCopy): string => {
  const places = placesOf(allRows(groups))
  return o.found(places.length, places.filter(({ open }) => open).length, groups.some(({ group }) => group.cursor !== undefined))
}
