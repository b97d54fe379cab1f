/** Cards whose keys are not before `from` and before `to`; null where there is no end. */
export interface KeyRange {
  readonly from: string
  readonly to: string | null
}

/** One of so many parts of the record, counted from 1: each is checked by itself. */
export interface Part {
  readonly nth: number
  readonly of: number
}

/** The letters of base64url in the order of their bytes: keys are random, so that each begins as many as any other. */
const letters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).filter((letter) => /[\w-]/.test(letter)).join('')

const boundary = (nth: number, of: number): string => {
  const place = Math.floor((nth * letters.length ** 2) / of)
  return letters.charAt(Math.floor(place / letters.length)) + letters.charAt(place % letters.length)
}

/** The cards of a part. */
export const rangeOf = ({ nth, of }: Part): KeyRange => ({ from: nth === 1 ? '' : boundary(nth - 1, of), to: nth === of ? null : boundary(nth, of) })
