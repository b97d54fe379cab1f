import type { IdentityCopy } from '@/copy/identity'
import { idNumberFault } from '@/domain/id-number'

/** How many characters an ID number has. */
const full = 18

/** An ID number as people type or paste it, without gaps, in plain digits and with a large X. */
export const cleanIdNumber = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

/** What helps while an ID number is being typed: how many there are, and as soon as it can be known, which part cannot be right. */
export const helpWith = (idNumber: string, { bind }: IdentityCopy): { readonly hint?: string; readonly error?: string } => {
  const { length } = idNumber
  if (!/^\d{0,17}[\dX]?$/.test(idNumber)) return { error: length > full ? bind.faults.length(length) : bind.faults.shape }
  if (length < full) return length > 0 ? { hint: bind.count(length) } : {}
  const fault = idNumberFault(idNumber)
  return fault ? { error: bind.faults[fault] } : { hint: bind.full }
}
