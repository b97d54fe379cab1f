/** What came from the telephone's keys: nothing, `*`, or the digits of an entry, which are none where only `#` was pressed. */
export type Entry =
  | { readonly kind: 'silence' }
  | { readonly kind: 'back' }
  | { readonly kind: 'digits'; readonly digits: string }

/**
 * Reads what was typed (0–9, `*`, `#`): `#` ends an entry, and whatever came after it does not count; `*` goes back, unless an entry was
 * begun anew after it, which then counts alone.
 */
export const entryOf = (typed: string): Entry => {
  if (typed === '') return { kind: 'silence' }
  const [entry = ''] = typed.split('#', 1)
  const digits = entry.slice(entry.lastIndexOf('*') + 1)
  return digits === '' && entry !== '' ? { kind: 'back' } : { kind: 'digits', digits }
}
