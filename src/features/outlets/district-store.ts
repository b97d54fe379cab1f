import * as v from 'valibot'
import { read, remove, write } from '@/platform/storage'
import type { District } from './wishes'

const key = 'outlets.district'
const kept = v.object({ city: v.string(), code: v.string(), name: v.string() })

/** The district chosen last in a city. */
export const keptDistrict = (city: string): District | undefined => {
  const found = v.safeParse(kept, read(key))
  if (!found.success || found.output.city !== city) return undefined
  const { code, name } = found.output
  return { code, name }
}

/** Remembers a district for next time; undefined forgets it. */
export const keepDistrict = (city: string, district: District | undefined): void => {
  if (district) write(key, { city, ...district })
  else remove(key)
}
