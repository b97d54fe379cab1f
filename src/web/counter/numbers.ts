/** A number as it is typed or read off a card: no gaps, letters as they are printed. */
export const plainNumber = (typed: string): string => typed.replace(/\s/g, '').toUpperCase()

/** Whether a card could have this number: 16 to 19 digits, or a letter and eight. */
export const isCardNumber = (typed: string): boolean => /^(?:\d{16,19}|[A-Z]\d{8})$/.test(plainNumber(typed))
