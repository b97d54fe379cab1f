const scalarDigits = 64

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const lengthOf = (hex: string): string => (hex.length / 2).toString(16).padStart(2, '0')
const bare = (hex: string): string => hex.replace(/^(?:00)+/, '')

/** A whole number above zero as DER has it: no byte too many, and never one that reads as negative. */
const derInteger = (digits: string): string => {
  const value = /^[89a-f]/.test(digits) ? `00${digits}` : digits
  return `02${lengthOf(value)}${value}`
}

const derSignature = (r: string, s: string): string => {
  const both = derInteger(r) + derInteger(s)
  return `30${lengthOf(both)}${both}`
}

/** A signature's two numbers, r then s, in hex of 32 bytes each; null unless the bytes are just their one form in DER. */
export const readSignature = (bytes: Uint8Array): string | null => {
  const lengthOfR = bytes[3] ?? 0
  const [r, s] = [bare(hexOf(bytes.subarray(4, 4 + lengthOfR))), bare(hexOf(bytes.subarray(6 + lengthOfR)))]
  const fits = r.length <= scalarDigits && s.length <= scalarDigits
  return fits && derSignature(r, s) === hexOf(bytes) ? r.padStart(scalarDigits, '0') + s.padStart(scalarDigits, '0') : null
}
