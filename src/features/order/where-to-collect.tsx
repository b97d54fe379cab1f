import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Cell } from '@/components/cell'
import { Subheading } from '@/components/heading'
import type { CardOnWire, OrderOnWire } from '@/contract'
import { useOrderCopy } from '@/copy/order'
import { useOutletCopy } from '@/copy/outlets'
import { coordinates } from '@/platform/location'
import { go } from '@/platform/navigation'
import { toOutlets } from '../card/to-outlets'
import { saidOpening } from '../outlets/said-opening'
import { useQuestion } from '../query'

/** One outlet of the list, as a row that opens its page; nothing where it is not found just now. */
const OutletCell = ({ outletId, now }: { readonly outletId: string; readonly now: number }) => {
  const { o, dates } = useOutletCopy()
  const outlet = useQuestion('outlets/get', { outletId, system: coordinates }).data?.outlet
  if (!outlet) return null
  return (
    <View className="sheet">
      <Cell icon="pin" title={outlet.name} second={`${outlet.address} · ${saidOpening(outlet.opening, o, dates, now).words}`} onTap={() => void go('outlet', { outletId })} />
    </View>
  )
}

interface WhereToCollectProps {
  readonly card: CardOnWire
  readonly order: OrderOnWire
  readonly now: number
}

/** Where the card waits, or will wait. */
export const WhereToCollect = ({ card, order: { outlet }, now }: WhereToCollectProps) => {
  const { n: { order: { collect: said } } } = useOrderCopy()
  return (
    <View className="page-col">
      <Subheading words={said.title} />
      {outlet ? <OutletCell outletId={outlet} now={now} /> : <View className="body">{said.none}</View>}
      {!outlet && <ActionButton kind="second" icon="pin" words={said.outlets} onTap={() => toOutlets(card, 'collect')} />}
    </View>
  )
}
