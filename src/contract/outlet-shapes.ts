import * as v from 'valibot'
import { capabilities, outletKinds } from '@/domain/words'
import { instant } from './shapes'

export const systems = ['gcj02', 'wgs84'] as const
/** GCJ-02 is what China's maps and mini-programs use, WGS-84 what a browser's location says. */
export type CoordinateSystem = (typeof systems)[number]

export const point = v.strictObject({
  latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
})
export type PointOnWire = v.InferOutput<typeof point>

export const outletId = v.pipe(v.string(), v.regex(/^[a-z]+\.[\w-]{1,64}$/))

/** Open or not at the time asked about; `callFirst` where it cannot be known. */
const opening = v.variant('state', [
  v.object({ state: v.literal('open'), until: v.optional(instant), reopensAt: v.optional(instant), then: v.optional(v.literal('callFirst')) }),
  v.object({
    state: v.literal('closed'),
    why: v.picklist(['beforeHours', 'break', 'afterHours', 'dayOff', 'holiday']),
    opensAt: v.optional(instant),
  }),
  v.object({ state: v.literal('callFirst'), why: v.picklist(['hoursUnknown', 'calendarUnknown', 'holidayHabitUnknown']) }),
])
export type OpeningOnWire = v.InferOutput<typeof opening>

const shown = {
  outletId,
  name: v.string(),
  kind: v.picklist(outletKinds),
  bank: v.optional(v.string()),
  district: v.object({ code: v.string(), name: v.string() }),
  address: v.string(),
  location: point,
  phone: v.optional(v.string()),
  capabilities: v.array(v.picklist(capabilities)),
  opening,
  checkedOn: v.pipe(v.string(), v.isoDate()),
}

export const fits = ['kind', 'bank', 'capability', 'district', 'open', 'name', 'address'] as const

/** An outlet that was found: how far in whole metres where a place was given, and which of the request's wishes it meets. */
export const foundOutlet = v.object({ ...shown, distance: v.optional(v.number()), fits: v.array(v.picklist(fits)) })
export type FoundOutletOnWire = v.InferOutput<typeof foundOutlet>

const time = v.object({ from: v.string(), to: v.string() })

/** All that is known of one outlet; the week's hours from Monday on, absent where the list does not say. */
export const outlet = v.object({
  ...shown,
  hours: v.optional(v.array(v.array(time))),
  holidays: v.optional(v.picklist(['open', 'closed'])),
  notes: v.optional(v.string()),
  source: v.string(),
})
export type OutletOnWire = v.InferOutput<typeof outlet>

/** Which list of the city's an answer is from, since when it is the current one, and whether it is made up for trying out. */
export const outletList = v.object({ version: v.string(), currentSince: instant, fictional: v.boolean() })
export type OutletListOnWire = v.InferOutput<typeof outletList>
