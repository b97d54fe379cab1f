const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

/** The 18th character that belongs to the first 17 digits of a citizen's ID number (GB 11643-1999, ISO 7064 MOD 11-2). */
export const checkDigit = (first17: string): string =>
  checkDigits.charAt(weights.reduce((sum, weight, index) => sum + weight * Number(first17.charAt(index)), 0) % 11)

/** The date of birth (YYYY-MM-DD) that an ID number carries, real or not. */
export const bornOn = (idNumber: string): string =>
  `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`

/** Whether a calendar, which has no year nought, has the date; written without a library, since phones check what is typed. */
const isDate = (date: string): boolean => {
  const at = new Date(`${date}T00:00:00Z`)
  return date >= '0001' && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)
}

export type IdNumberFault = 'shape' | 'date' | 'checkDigit'

/** What is wrong with an 18-character ID number, or null. */
export const idNumberFault = (idNumber: string): IdNumberFault | null => {
  if (!/^\d{17}[\dX]$/.test(idNumber)) return 'shape'
  if (!isDate(bornOn(idNumber))) return 'date'
  return checkDigit(idNumber) === idNumber.charAt(17) ? null : 'checkDigit'
}
