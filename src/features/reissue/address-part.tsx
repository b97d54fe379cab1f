import { useState } from 'react'
import { View } from '@tarojs/components'
import { Cell } from '@/components/cell'
import { Field } from '@/components/field'
import type { AddressOnWire } from '@/contract'
import { useReissueCopy, type ReissueCopy } from '@/copy/reissue'
import { policyOf } from '@/domain/policies'
import { isPhone } from '@/platform/phone'
import type { City } from '../banks/city'
import { cleanLine, cleanPhone, faultIn, longest, phoneDigits } from './address'
import { DivisionSheet } from './division-sheet'
import { divisionName, elsewhereIn } from './divisions'
import type { PartProps } from './part-props'
import { PartScreen } from './part-screen'

interface AddressFormProps {
  /** The card's own, in which one begins to look for a district. */
  readonly city: City
  readonly address: AddressOnWire
  readonly onChange: (address: AddressOnWire) => void
}

/** What helps while a phone number is typed; wrong only once it cannot become right. */
const usePhoneHelp = (phone: string): { readonly hint?: string; readonly error?: string } => {
  const { address: said } = useReissueCopy().r.apply
  if (phone === '' || /^1[3-9]\d{9}$/.test(phone)) return {}
  return /^1(?:[3-9]\d{0,8})?$/.test(phone) ? { hint: said.phoneCount(phone.length) } : { error: said.faults.phone }
}

const useTooLong = () => {
  const { faults } = useReissueCopy().r.apply.address
  return (line: string, maximum: number): string | undefined => (line.trim().length > maximum ? faults.long(maximum, line.trim().length) : undefined)
}

/** Where something is sent: the recipient as on the ID card, a mobile number, the district, and the street. */
export const AddressForm = ({ city, address, onChange }: AddressFormProps) => {
  const { address: said } = useReissueCopy().r.apply
  const [choosing, setChoosing] = useState(false)
  const tooLong = useTooLong()
  const { recipient, phone, division, street } = address
  const elsewhere = division === '' ? undefined : elsewhereIn(street, division)
  const put = (part: Partial<AddressOnWire>) => onChange({ ...address, ...part })
  return (
    <View className="page-col">
      <Field
        label={said.recipient} example={said.recipientExample} icon="person" value={recipient}
        error={tooLong(recipient, longest.recipient)} onChange={(typed) => put({ recipient: cleanLine(typed) })}
      />
      <Field
        label={said.phone} example={said.phoneExample} icon="phone" value={phone} type={isPhone ? 'number' : 'text'}
        {...usePhoneHelp(phone)} onChange={(typed) => put({ phone: cleanPhone(typed) })}
      />
      <View className="sheet">
        <Cell icon="pin" title={said.division} second={divisionName(division) || said.divisionExample} onTap={() => setChoosing(true)} />
      </View>
      <Field
        label={said.street} example={said.streetExample} value={street}
        error={elsewhere === undefined ? tooLong(street, longest.street) : said.faults.elsewhere(elsewhere)} onChange={(typed) => put({ street: cleanLine(typed) })}
      />
      {choosing && (
        <DivisionSheet
          chosen={division}
          from={policyOf(city).place.value?.division ?? ''}
          onChoose={(code) => { put({ division: code }); setChoosing(false) }}
          onClose={() => setChoosing(false)}
        />
      )}
    </View>
  )
}

/** What is wrong with a street: that it is elsewhere than in the chosen district, too short, or missing. */
const streetFault = ({ street, division }: AddressOnWire, said: ReissueCopy['apply']['address']): string => {
  const elsewhere = elsewhereIn(street.trim(), division)
  if (elsewhere !== undefined) return said.faults.elsewhere(elsewhere)
  return street.trim() === '' ? said.missing.street : said.faults.street
}

/** What is missing from an address, in words, or what is not right; phone digits are counted. */
export const useAddressFault = (address: AddressOnWire): string | undefined => {
  const { address: said } = useReissueCopy().r.apply
  const fault = faultIn(address)
  if (fault === 'street') return streetFault(address, said)
  if (fault === 'phone' && address.phone.length === phoneDigits) return said.faults.phone
  return fault && said.missing[fault]
}

/** Where the new card is sent. */
export const AddressPart = (props: PartProps) => {
  const { address: said } = useReissueCopy().r.apply
  const { card, applying: { draft: { address }, put } } = props
  return (
    <PartScreen {...props} ask={said.ask} second={said.second} offReason={useAddressFault(address)}>
      <AddressForm city={card.city} address={address} onChange={(next) => put({ address: next })} />
    </PartScreen>
  )
}
