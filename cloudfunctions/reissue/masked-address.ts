import type { AddressOnWire } from '@/contract'
import { maskedName, maskedPhone } from '../runtime/mask'

const shown = 3

/** An address that is another's to read: the district stays, and enough for whoever knows it to see that it is the one. */
export const maskedAddress = ({ recipient, phone, division, street }: AddressOnWire): AddressOnWire => ({
  recipient: maskedName(recipient),
  phone: maskedPhone(phone),
  division,
  street: `${[...street].slice(0, shown).join('')}****`,
})
