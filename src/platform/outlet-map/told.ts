import { partOf } from '../whereabouts'
import type { View } from './clusters'

/** WeChat puts what happened into `detail`, Alipay on the event itself. */
const told = (event: unknown, name: string): unknown => partOf(partOf(event, 'detail'), name) ?? partOf(event, name)
export const numberTold = (event: unknown, name: string): number | undefined => {
  const value = Number(told(event, name) ?? NaN)
  return Number.isNaN(value) ? undefined : value
}

/** What the citizen has moved the map to; undefined while it is still moving. */
export const viewTold = (event: unknown, before: View): View | undefined => {
  if (told(event, 'type') === 'begin') return undefined
  const place = told(event, 'centerLocation') ?? event
  const [latitude, longitude] = [numberTold(place, 'latitude'), numberTold(place, 'longitude')]
  const centre = latitude === undefined || longitude === undefined ? before.centre : { latitude, longitude }
  return { centre, scale: numberTold(event, 'scale') ?? before.scale }
}
