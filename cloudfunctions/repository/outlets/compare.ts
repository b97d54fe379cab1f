/** What a list says of an outlet, by the file's columns and the table's. The hours are texts here: JSON is not comparable. */
const compared: Readonly<Record<string, string>> = {
  name: 'name',
  kind: 'kind',
  bank: 'bank',
  district: 'district',
  address: 'address',
  longitude: 'longitude',
  latitude: 'latitude',
  phone: 'phone',
  hours: 'hours::text',
  holidays: 'holidays',
  capabilities: 'capabilities',
  notes: 'notes',
  source: 'source',
  checked_on: 'checked_on',
  checked_by: 'checked_by',
}

const all = (table: string): string => `(${Object.values(compared).map((column) => `${table}.${column}`).join(', ')})`

/** Whether two rows say the same of an outlet. */
export const saysOtherwise = (one: string, other: string): string => `${all(one)} is distinct from ${all(other)}`

/** The names of the columns in which two rows differ. */
export const differingColumns = (one: string, other: string): string => `array_remove(array[${Object.entries(compared)
  .map(([name, column]) => `case when ${one}.${column} is distinct from ${other}.${column} then '${name}' end`).join(', ')}], null)`
