import * as v from 'valibot'
import { cardRefusals } from '@/domain/decision'
import { alreadyReasons, capabilities, channels, outletKinds, outletNeeds, outletSteps } from '@/domain/words'
import { operation } from './operation'
import { foundOutlet, outlet, outletId, outletList, point, systems } from './outlet-shapes'
import { cityRules } from './policy'
import { bank, cardId, city, cursor, instant } from './shapes'

const district = v.pipe(v.string(), v.regex(/^\d{6}$/))
const kinds = v.pipe(v.array(v.picklist(outletKinds)), v.minLength(1), v.maxLength(outletKinds.length))
const able = v.pipe(v.array(v.picklist(capabilities)), v.minLength(1), v.maxLength(capabilities.length))

/** In which system the request's place is, and the answer's places are: what China's maps need unless told otherwise. */
const system = v.optional(v.picklist(systems))

/** What narrows a list of outlets and orders it; `openFirst` puts the open ones, nearest first, before the others. */
const narrowing = {
  near: v.optional(point),
  system,
  district: v.optional(district),
  openAt: v.optional(v.union([v.literal('now'), instant])),
  order: v.optional(v.picklist(['nearest', 'openFirst'])),
  query: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40))),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))),
}

const page = { outlets: v.array(foundOutlet), cursor: v.optional(cursor) }

/** One group of outlets and why it is the one to go to; a further page is asked of `outlets/forCard` with the step's name. */
const step = v.object({
  step: v.picklist(outletSteps),
  kinds: v.array(v.picklist(outletKinds)),
  bank: v.optional(v.string()),
  capability: v.optional(v.picklist(capabilities)),
  ...page,
})
const none = v.object({
  code: v.picklist([...cardRefusals, ...alreadyReasons, 'nothingToCollect', 'nothingToActivate']),
  where: v.optional(v.array(v.picklist(channels))),
})

export const outletsOperations = {
  'outlets/banks': operation('outlets', 'anyone', v.strictObject({ city }), v.object({ banks: v.array(bank) })),
  'outlets/policy': operation('outlets', 'anyone', v.strictObject({ city }), cityRules),
  'outlets/districts': operation(
    'outlets',
    'anyone',
    v.strictObject({ city }),
    v.object({ districts: v.array(v.object({ code: v.string(), name: v.string(), outlets: v.number() })), list: v.optional(outletList) }),
  ),
  'outlets/search': operation(
    'outlets',
    'anyone',
    v.strictObject({
      city,
      ...narrowing,
      bank: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2,16}$/))),
      kind: v.optional(kinds),
      capability: v.optional(able),
      cursor: v.optional(cursor),
    }),
    v.object({ ...page, list: v.optional(outletList) }),
  ),
  'outlets/get': operation('outlets', 'anyone', v.strictObject({ outletId, system }), v.object({ outlet, list: outletList })),
  'outlets/forCard': operation(
    'outlets',
    'citizen',
    v.strictObject({
      cardId,
      need: v.picklist(outletNeeds),
      ...narrowing,
      step: v.optional(v.picklist(outletSteps)),
      cursor: v.optional(cursor),
    }),
    v.object({ steps: v.array(step), none: v.optional(none), list: v.optional(outletList) }),
  ),
} as const
