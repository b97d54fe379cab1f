const stars = (count: number) => '*'.repeat(Math.max(0, count))

/** A card number with at most four characters at either end left: `5101**********1234`. */
export const maskedNumber = (number: string): string => {
  const shown = Math.min(4, Math.floor(number.length / 4))
  return `${number.slice(0, shown)}${stars(number.length - 2 * shown)}${number.slice(number.length - shown)}`
}

/** A name's first character, and a star for each of the others. */
export const maskedName = (name: string): string => {
  const [first = '', ...others] = name
  return `${first}${stars(others.length)}`
}

/** An ID number with the region's four digits and the last four left: `5101**********1234`. */
export const maskedIdNumber = (idNumber: string): string => `${idNumber.slice(0, 4)}${stars(idNumber.length - 8)}${idNumber.slice(-4)}`

/** A phone number with its first three and last four digits left: `100****0001`. */
export const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}${stars(phone.length - 7)}${phone.slice(-4)}`
