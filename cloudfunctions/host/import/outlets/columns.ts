export const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** What a list of outlets says of each. */
export const columns = [
  'id', 'name', 'kind', 'bank', 'city', 'district', 'address', 'longitude', 'latitude', 'phone', ...days, 'holidays', 'capabilities', 'notes',
  'source', 'checked_on', 'checked_by',
] as const
export type Column = (typeof columns)[number]

/** An outlet's texts by column; empty is unknown. */
export type Fields = Readonly<Record<Column, string>>
