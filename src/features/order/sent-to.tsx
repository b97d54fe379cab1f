import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Subheading } from '@/components/heading'
import { Summary } from '@/components/summary'
import type { OrderOnWire } from '@/contract'
import { useOrderCopy } from '@/copy/order'
import type { OrderState } from '@/domain/reissue/words'
import { divisionName } from '../reissue/divisions'

const onItsWay: readonly OrderState[] = ['mailed']

/** Where the card is sent, and changing that while it is not on its way. */
export const SentTo = ({ order: { address, state }, onChange }: { readonly order: OrderOnWire; readonly onChange: () => void }) => {
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
      {onItsWay.includes(state)
        ? <View className="sub">{said.later}</View>
        : <ActionButton kind={state === 'returned' ? 'primary' : 'second'} words={said.change} onTap={onChange} />}
    </View>
  )
}
