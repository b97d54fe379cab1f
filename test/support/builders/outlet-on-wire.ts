import type { FoundOutletOnWire, OpeningOnWire, OutletListOnWire, OutletOnWire } from '@/contract'

/** A moment of the day the outlets' tests are set on: Tuesday, 10 March 2026, by the clock of China. */
export const today = (time: string): string => `2026-03-10T${time}:00.000+08:00`
export const openUntil = (time: string): OpeningOnWire => ({ state: 'open', until: today(time) })

export const demoList: OutletListOnWire = { version: '2026-03', currentSince: '2026-03-09T09:00:00.000+08:00', fictional: true }

/** An outlet on the wire, with what a test is about; its number gives it a name and a place of its own. */
export const outletOnWire = (number: number, differences: Partial<FoundOutletOnWire> = {}): FoundOutletOnWire => ({
  outletId: `chengdu.demo-${number}`,
  name: `示例网点${number}`,
  kind: 'agency',
  district: { code: '510107', name: '武侯区' },
  address: `示例路${number}号`,
  location: { latitude: 30.64 + number / 100, longitude: 104.04 },
  phone: `028-0000000${number}`,
  capabilities: ['reportLoss', 'releaseLoss', 'reissue'],
  opening: openUntil('17:00'),
  checkedOn: '2026-03-09',
  fits: [],
  ...differences,
})

/** What a list does not say of an outlet. */
export const without = <Whole extends object, Key extends keyof Whole & string>(whole: Whole, ...keys: readonly Key[]): Omit<Whole, Key> =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => !keys.some((left) => left === key))) as Omit<Whole, Key>

/** The same with its week: two hours' break at noon, closed at the weekend. */
export const wholeOutlet = (differences: Partial<OutletOnWire> = {}): OutletOnWire => {
  const day = [{ from: '09:00', to: '12:00' }, { from: '14:00', to: '17:00' }]
  return { ...without(outletOnWire(1), 'fits', 'distance'), hours: [day, day, day, day, day, [], []], holidays: 'closed', notes: '下午人少', source: '演示数据', ...differences }
}

/** So many outlets, numbered from the first on. */
export const outletsFrom = (first: number, count: number): FoundOutletOnWire[] => Array.from({ length: count }, (_, index) => outletOnWire(first + index))
