import { randomBytes } from 'node:crypto'
import { civilDate, type Instant } from '@/domain/time'

/** A key that says nothing about what it stands for: 128 random bits, 22 characters. */
export const newKey = (): string => randomBytes(16).toString('base64url')

/** What somebody signs with or shows again: 256 random bits, 43 characters. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** The name of a list's version, which is typed into commands: one that began with a hyphen would be taken for an option. */
export const newVersion = (): string => randomBytes(16).toString('hex')

/** The name of a terminal, which is typed into commands. */
export const newKioskId = (): string => `k-${randomBytes(8).toString('hex')}`

/** Letters and digits that nobody mistakes for one another when reading them out. */
const unambiguous = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** The bytes at the end of the range would make the first letters likelier than the others. */
const fairBytes = 256 - (256 % unambiguous.length)

const letters = (count: number): string => {
  const fair = [...randomBytes(2 * count)].filter((byte) => byte < fairBytes).slice(0, count)
  return fair.length === count ? fair.map((byte) => unambiguous.charAt(byte % unambiguous.length)).join('') : letters(count)
}

/** The number a citizen quotes: GS (挂失), the civil day as yymmdd, eight characters. */
export const newReceiptNumber = (now: Instant): string => `GS${civilDate(now).replaceAll('-', '').slice(2)}${letters(8)}`

/** A password that is read out and typed once: four groups of four. */
export const newReadablePassword = (): string => Array.from({ length: 4 }, () => letters(4)).join('-')
