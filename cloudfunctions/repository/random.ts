import { randomBytes, randomInt } from 'node:crypto'
import { civilDate, type Instant } from '@/domain/time'

/** A key that says nothing about what it stands for: 128 random bits, 22 characters. */
export const newKey = (): string => randomBytes(16).toString('base64url')

/** Letters and digits that nobody mistakes for one another when reading them out. */
const unambiguous = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

const letters = (count: number) => Array.from({ length: count }, () => unambiguous.charAt(randomInt(unambiguous.length))).join('')

/** The number a citizen quotes: GS (挂失), the civil day as yymmdd, eight characters. */
export const newReceiptNumber = (now: Instant): string => `GS${civilDate(now).replaceAll('-', '').slice(2)}${letters(8)}`
