import { sm2 } from 'sm-crypto-v2'
import { receiptCode, receiptToSign, type ReceiptClaims } from '@/contract/receipt-code'
import type { Key } from '../runtime/key-list'
import { signingKey } from './receipt-keys'

/** The text of a receipt's QR code, signed by SM2 with SM3 under the usual user id (GB/T 32918, GB/T 35276) with the current key. */
export const signReceipt = (claims: Omit<ReceiptClaims, 'keyId'>, keys: readonly Key[]): string => {
  const { id, privateKey, publicKey } = signingKey(keys)
  const toSign = receiptToSign({ ...claims, keyId: id })
  const signature = sm2.doSignature(new TextEncoder().encode(toSign), privateKey, { der: true, hash: true, publicKey })
  return receiptCode(toSign, new Uint8Array(Buffer.from(signature, 'hex')))
}
