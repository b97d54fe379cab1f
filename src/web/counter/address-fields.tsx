import { useId } from 'react'
import type { AddressOnWire } from '@/contract'
import type { CityCode } from '@/domain/policies'
import { cleanLine, cleanPhone, faultIn, type AddressField } from '@/features/reissue/address'
import { Divisions } from './divisions'
import { Field } from './field'
import { useWords } from './words'

interface AddressFieldsProps {
  readonly city: CityCode
  readonly address: AddressOnWire
  readonly onChange: (address: AddressOnWire) => void
}

/** Where a card is sent: the recipient as on the ID card, a mobile number, the district, and the street. */
export const AddressFields = ({ city, address, onChange }: AddressFieldsProps) => {
  const { w } = useWords()
  const title = useId()
  const put = (part: Partial<AddressOnWire>) => onChange({ ...address, ...part })
  const fault = faultIn(address)
  const wrongAt = (field: Exclude<AddressField, 'division'>) => (fault === field && address[field] !== '' ? w.order.wrong[field] : undefined)
  const { recipient, phone, division, street } = address
  return (
    <div className="group" role="group" aria-labelledby={title}>
      <h3 id={title}>{w.order.sendTo}</h3>
      <Field label={w.order.recipient} value={recipient} onChange={(typed) => put({ recipient: cleanLine(typed) })} wrong={wrongAt('recipient')} />
      <Field label={w.order.phone} digits value={phone} onChange={(typed) => put({ phone: cleanPhone(typed) })} wrong={wrongAt('phone')} />
      <Divisions city={city} value={division} onChange={(code) => put({ division: code })} />
      <Field label={w.order.street} value={street} onChange={(typed) => put({ street: cleanLine(typed) })} wrong={wrongAt('street')} hint={w.order.wrong.street} />
    </div>
  )
}
