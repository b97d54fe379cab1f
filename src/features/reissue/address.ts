import type { AddressOnWire } from '@/contract'
import { elsewhereIn, isDivision } from './divisions'

export type AddressField = keyof AddressOnWire

export const emptyAddress: AddressOnWire = { recipient: '', phone: '', division: '', street: '' }

/** As long as the contract lets each be. */
export const longest = { recipient: 64, street: 120 } as const
export const phoneDigits = 11

/** A mobile number as people type or paste it: plain digits, without the country's own and without gaps. */
export const cleanPhone = (typed: string): string => typed.normalize('NFKC').replace(/^\s*\+?86(?=[\s-]*1)/, '').replace(/\D/g, '')

/** A line as it is pasted: what was several lines, or held signs nobody sees, is one line of words. */
export const cleanLine = (typed: string): string => typed.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trimStart()

const isPhone = (phone: string): boolean => /^1[3-9]\d{9}$/.test(phone)
const isWithin = (line: string, maximum: number): boolean => line.trim().length > 0 && line.trim().length <= maximum
/** A street without a number is no address. */
const shortestStreet = 4

const isRight = {
  recipient: ({ recipient }: AddressOnWire) => isWithin(recipient, longest.recipient),
  phone: ({ phone }: AddressOnWire) => isPhone(phone),
  division: ({ division }: AddressOnWire) => isDivision(division),
  street: ({ street, division }: AddressOnWire) =>
    isWithin(street, longest.street) && street.trim().length >= shortestStreet && elsewhereIn(street.trim(), division) === undefined,
} as const satisfies Record<AddressField, (address: AddressOnWire) => boolean>

/** The first field that is not there yet, or not right. */
export const faultIn = (address: AddressOnWire): AddressField | undefined =>
  (Object.keys(isRight) as AddressField[]).find((field) => !isRight[field](address))
