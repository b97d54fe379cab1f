import { around, distance } from 'geokdbush'
import KDBush from 'kdbush'
import { capabilities, type Capability } from '@/domain/words'
import type { OutletColumns } from '../../../cloudfunctions/repository'
import { banks, type Bank } from './made-up'

/** What every search of the benchmark asks for. */
export interface Query {
  readonly near: { readonly longitude: number; readonly latitude: number }
  readonly bank: Bank
  readonly capability: Capability
}

/** The libraries by themselves, over plain columns: what anyone would write first. */
export interface Bare {
  build(): KDBush
  /** The nearest, whatever they are. */
  nearest(points: KDBush, query: Query, most: number): number[]
  /** The nearest of the bank with the capability, by a predicate that reads two columns. */
  filtered(points: KDBush, query: Query, most: number): number[]
  /** The same without any index: looks at every outlet. */
  scan(query: Query, most: number): number[]
}

const bit = (capability: string) => 1 << capabilities.findIndex((one) => one === capability)

export const bareOver = (list: readonly OutletColumns[], outlets: number): Bare => {
  const column = <Item>(of: (columns: OutletColumns) => readonly Item[]) => list.flatMap((columns) => [...of(columns)])
  const [longitude, latitude] = [Float64Array.from(column((of) => of.longitude)), Float64Array.from(column((of) => of.latitude))]
  const bankOf = Uint8Array.from(column((of) => of.bank), (bank) => banks.findIndex((one) => one === bank) + 1)
  const ableOf = Uint8Array.from(column((of) => of.capabilities), (able) => able.split(' ').reduce((bits, one) => bits | bit(one), 0))
  const predicateOf = (query: Query) => {
    const [bank, able] = [banks.indexOf(query.bank) + 1, bit(query.capability)]
    return (row: number) => bankOf[row] === bank && ((ableOf[row] ?? 0) & able) !== 0
  }
  return {
    build: () => {
      const points = new KDBush(outlets)
      for (let row = 0; row < outlets; row += 1) points.add(longitude[row] ?? NaN, latitude[row] ?? NaN)
      return points.finish()
    },
    nearest: (points, { near }, most) => around(points, near.longitude, near.latitude, most),
    filtered: (points, query, most) => around(points, query.near.longitude, query.near.latitude, most, Infinity, predicateOf(query)),
    scan: (query, most) => {
      const [meets, { near }] = [predicateOf(query), query]
      const met: { row: number; far: number }[] = []
      for (let row = 0; row < outlets; row += 1) {
        if (meets(row)) met.push({ row, far: distance(near.longitude, near.latitude, longitude[row] ?? NaN, latitude[row] ?? NaN) })
      }
      return met.sort((a, b) => a.far - b.far).slice(0, most).map(({ row }) => row)
    },
  }
}
