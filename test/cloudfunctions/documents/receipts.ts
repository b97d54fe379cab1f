import { randomBytes } from 'node:crypto'
import type { ReceiptClaims } from '@/contract/receipt-code'
import { readKeys } from '@/web/verify/keys'
import { publishedKeys } from '../../../cloudfunctions/documents/receipt-keys'
import type { Key } from '../../../cloudfunctions/runtime/key-list'

export const newReceiptKey = (id: string): Key => ({ id, bytes: new Uint8Array(randomBytes(32)) })

/** What whoever checks has of these keys. */
export const publicOf = (...keys: readonly Key[]) => readKeys(publishedKeys(keys))

export const claims: Omit<ReceiptClaims, 'keyId'> = {
  number: 'GS2612010001-demo', maskedName: '示****', maskedNumber: '0000**********0001', kind: 'replacement',
  acceptedAt: Date.parse('2026-12-01T09:00:00+08:00') / 1000, ready: '2026-12-22', meanwhile: 'voucher', city: 'chengdu', until: '2027-03-22',
}
/** Within the receipt's time. */
export const now = Date.parse('2026-12-02T09:00:00+08:00')
