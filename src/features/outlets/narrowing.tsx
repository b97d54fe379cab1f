import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { useOutletCopy, type OutletCopy } from '@/copy/outlets'
import { useSettings } from '../settings'
import { Filters } from './filters'
import type { Lookup } from './use-lookup'
import { bankToWish } from './wishes'

/** What is chosen, in words. */
const saidWishes = ({ state: { wishes }, asker }: Lookup, { needs, chips }: OutletCopy): readonly string[] => [
  ...(wishes.need ? [needs[wishes.need].words] : []),
  ...(wishes.district ? [wishes.district.name] : []),
  ...(asker.own ? [chips.near] : []),
  ...(wishes.openNow ? [chips.open] : []),
  ...(wishes.myBank && bankToWish(wishes, asker) ? [chips.bank] : []),
  ...(wishes.words ? [wishes.words] : []),
]

/** Elder mode has what narrows the list behind one button; what is chosen there, and kept for next time, is said under it. */
const BehindButton = (lookup: Lookup) => {
  const { o, t } = useOutletCopy()
  const wishes = saidWishes(lookup, o)
  return (
    <View className="page-col">
      <ActionButton kind="second" icon="search" words={o.change} onTap={() => lookup.open('filters')} />
      {wishes.length > 0 && <View className="sub">{o.only(t.words.list(wishes))}</View>}
    </View>
  )
}

/** What narrows the list. */
export const Narrowing = ({ lookup }: { readonly lookup: Lookup }) => {
  const { open } = lookup
  if (useSettings().mode === 'elder') return <BehindButton {...lookup} />
  return <Filters {...lookup} onNeed={() => open('need')} onDistrict={() => open('district')} />
}
