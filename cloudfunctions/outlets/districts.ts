import { defineOperation } from '../runtime/define-operation'
import { districtsOf, type District } from './divisions'
import { listsOf } from './lookup/lists'
import type { OutletIndex } from './lookup/outlet-index'
import { listOf } from './wire'

/** How many of a list's outlets lie in each district, by its code. */
const counter = ({ words, traits }: OutletIndex): ((code: string) => number) => {
  const counts = new Map<number | undefined, number>()
  for (const word of words) counts.set(traits.districtIn(word), (counts.get(traits.districtIn(word)) ?? 0) + 1)
  return (code) => counts.get(traits.districtNumber(code)) ?? 0
}

const counted = (districts: readonly District[], index: OutletIndex | undefined) => {
  const count = index ? counter(index) : () => 0
  return districts.map(({ code, name }) => ({ code, name, outlets: count(code) }))
}

/** All of a city's districts, with how many outlets its list has in each. */
export const districts = defineOperation('outlets/districts', async ({ city }, call) => {
  const list = await listsOf(call).of(city)
  return { districts: counted(districtsOf(city), list?.index), ...listOf(list) }
})
