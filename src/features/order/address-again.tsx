import { useEffect, useState } from 'react'
import { ActionButton } from '@/components/action-button'
import { Heading } from '@/components/heading'
import type { AddressOnWire, CardOnWire, OrderOnWire } from '@/contract'
import { useOrderCopy } from '@/copy/order'
import { isOpen, type Change } from '../change'
import { emptyAddress, faultIn } from '../reissue/address'
import { AddressForm, useAddressFault } from '../reissue/address-part'
import { CitizenScreen } from '../screen/citizen-screen'
import { NotMoved } from './not-moved'

interface AddressAgainProps {
  readonly card: CardOnWire
  readonly order: OrderOnWire
  readonly change: Change<'reissue/correct' | 'reissue/changeAddress'>
  readonly onSave: (address: AddressOnWire) => void
  readonly onRetry: () => void
  readonly onBack: () => void
}

/** The address as it is, where it can be read: a masked one is typed anew. */
const beginWith = ({ address }: OrderOnWire): AddressOnWire =>
  (address && faultIn(address) === undefined && !Object.values(address).some((part) => part.includes('*')) ? address : emptyAddress)

/** Where the card is to be sent instead. */
export const AddressAgain = ({ card, order, change, onSave, onRetry, onBack }: AddressAgainProps) => {
  const { n: { titles, order: { address: said } } } = useOrderCopy()
  const [address, setAddress] = useState(() => beginWith(order))
  const { phase } = change
  useEffect(() => {
    if (phase === 'done') onBack()
  }, [onBack, phase])
  const dock = <ActionButton words={said.save} busyWords={isOpen(change) ? said.busy : undefined} offReason={useAddressFault(address)} onTap={() => onSave(address)} />
  return (
    <CitizenScreen task title={titles.order} dock={dock} onBack={onBack}>
      <Heading words={said.ask} second={order.state === 'returned' ? said.again : said.second} />
      <AddressForm city={card.city} address={address} onChange={setAddress} />
      <NotMoved change={change} onRetry={onRetry} onLook={onBack} />
    </CitizenScreen>
  )
}
