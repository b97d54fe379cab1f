import * as v from 'valibot'
import { columns, type Column, type Fields } from './columns'
import type { RawRow } from './read-rows'
import type { Reason } from './reasons'

const degrees = v.pipe(v.number(), v.finite())
/** A third number is a height, which nobody looks for. */
const shape = v.object({
  type: v.literal('Feature'),
  geometry: v.object({ type: v.literal('Point'), coordinates: v.union([v.tuple([degrees, degrees]), v.tuple([degrees, degrees, degrees])]) }),
  // as it is, whatever its names: a schema would leave some out unseen
  properties: v.custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
})

const isColumn = (name: string): name is Column => columns.some((column) => column === name)

/** A property as a file of columns has it; null where it is nothing of the kind. */
const textOf = (column: string, value: unknown): string | null => {
  if (value === null) return ''
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number') return String(value)
  const isList = column === 'capabilities' && Array.isArray(value) && value.every((word) => typeof word === 'string')
  return isList ? value.join(' ') : null
}

/** A map's export often says the place twice: once is enough, and two must agree. */
const disagrees = (said: string | undefined, place: string): boolean => said !== undefined && said !== '' && Number(said) !== Number(place)

type Texts = Partial<Record<Column, string>>

const textsOf = (properties: Record<string, unknown>): Texts | Reason => {
  const texts: Texts = {}
  for (const [name, value] of Object.entries(properties)) {
    if (!isColumn(name)) return 'propertyName'
    const text = textOf(name, value)
    if (text === null) return 'propertyText'
    texts[name] = text
  }
  return texts
}

const fieldsOf = (texts: Texts): Fields => Object.fromEntries(columns.map((column) => [column, texts[column] ?? ''])) as Fields

/** What a GeoJSON feature, the `nth` of its file, says of an outlet. A property that is not there is empty. */
export const featureRow = (feature: unknown, nth: number): RawRow => {
  const parsed = v.safeParse(shape, feature)
  if (!parsed.success) return { line: nth, reason: 'feature' }
  const { geometry: { coordinates }, properties } = parsed.output
  const texts = textsOf(properties)
  if (typeof texts === 'string') return { line: nth, reason: texts }
  const [longitude, latitude] = [String(coordinates[0]), String(coordinates[1])]
  if (disagrees(texts.longitude, longitude) || disagrees(texts.latitude, latitude)) return { line: nth, reason: 'propertyPlace' }
  return { line: nth, fields: fieldsOf({ ...texts, longitude, latitude }) }
}
