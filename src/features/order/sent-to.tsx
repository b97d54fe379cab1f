import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Subheading } from '@/components/heading'
import { Summary } from '@/components/summary'
import type { OrderOnWire } from '@/contract'
import { useOrderCopy } from '@/copy/order'
import { isTerminal } from '@/platform/terminal'
import { divisionName } from '../reissue/divisions'
import { isSentBackFor } from './put-right'

/** Where the card is sent, and changing that while it is not on its way. */
export const SentTo = ({ order, onChange }: { readonly order: OrderOnWire; readonly onChange: () => void }) => {
  const { address, state } = order
  // on its way it cannot be changed, nor at a terminal; where it is what has to be put right, that stands above
  const elsewhere = isTerminal() || state === 'mailed' || state === 'returned' || isSentBackFor(order, 'address')
  const { n: { order: { address: said } } } = useOrderCopy()
  if (!address) return null
  const rows = [
    { label: said.to, value: address.recipient },
    { label: said.phone, value: address.phone },
    { label: said.place, value: divisionName(address.division), second: address.street },
  ]
  return (
    <View className="page-col">
      <Subheading words={said.title} />
      <Summary rows={rows} />
      {state === 'mailed' && <View className="sub">{said.later}</View>}
      {!elsewhere && <ActionButton kind="second" words={said.change} onTap={onChange} />}
    </View>
  )
}
