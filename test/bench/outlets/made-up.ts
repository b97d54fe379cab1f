import { capabilities, outletKinds } from '@/domain/words'
import type { OutletColumns } from '../../../cloudfunctions/repository'

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const first = Math.imul(state ^ (state >>> 15), 1 | state)
    const second = (first + Math.imul(first ^ (first >>> 7), 61 | first)) ^ first
    return ((second ^ (second >>> 14)) >>> 0) / 2 ** 32
  }
}

export const banks = ['icbc', 'abc', 'ccb', 'psbc', 'boc', 'bocd', 'cdrcb'] as const
export type Bank = (typeof banks)[number]
const districts = Array.from({ length: 20 }, (_, index) => `5101${String(index + 4).padStart(2, '0')}`)
const schedules = 40

export type Pick = <Item>(items: readonly Item[]) => Item

/** Picks as a generator says. */
export const picking = (random: () => number): Pick => (items) => {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new TypeError('nothing to pick from')
  return item
}

/** A place in Chengdu's box. */
export const placeIn = (random: () => number) => ({ longitude: 102.9 + random() * 1.99, latitude: 30.08 + random() * 1.36 })

/** Each once and in the closed list's order, as an import keeps them. */
const inOrder = (able: readonly string[]): readonly string[] => capabilities.filter((one) => able.includes(one))

/** Half of the outlets are banks', as the larger lists are; each can do three things of eight. */
const madeUp = (random: () => number, seq: number) => {
  const pick = picking(random)
  const bank = random() < 0.5 ? pick(banks) : null
  return {
    seq,
    ...placeIn(random),
    kind: bank ? ('bank' as const) : pick(outletKinds.filter((kind) => kind !== 'bank')),
    bank,
    district: pick(districts),
    capabilities: inOrder([pick(capabilities), pick(capabilities), pick(capabilities)]).join(' '),
    schedule: Math.floor(random() * schedules),
    text: `示例网点${seq}号\u001f示例区示例路${seq}号示例大厦\u001fslwd${seq}h\u001fslqsll${seq}hslds`,
  }
}

/** A list of so many outlets that nobody has, as the repository reads it: in stretches of 20,000. */
export const madeUpList = (outlets: number): OutletColumns[] => {
  const random = seeded(outlets)
  return Array.from({ length: Math.ceil(outlets / 20_000) }, (_, stretch) => {
    const rows = Array.from({ length: Math.min(20_000, outlets - stretch * 20_000) }, (_, at) => madeUp(random, stretch * 20_000 + at))
    const column = <Name extends keyof OutletColumns>(name: Name) => rows.map((row) => row[name]) as OutletColumns[Name][number][]
    const columns = {
      seq: column('seq'), longitude: column('longitude'), latitude: column('latitude'), kind: column('kind'), bank: column('bank'),
      district: column('district'), capabilities: column('capabilities'), schedule: column('schedule'), text: column('text'),
    }
    // as they come from the database: parsed, no two values one object
    return JSON.parse(JSON.stringify(columns)) as OutletColumns
  })
}
