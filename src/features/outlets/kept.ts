import * as v from 'valibot'
import { citizenOperations } from '@/contract'
import { outletNeeds, outletSteps } from '@/domain/words'
import { read, write } from '@/platform/storage'
import { ownerOf, session } from '../session/store'
import type { Found } from './found'

const key = 'outlets.last'
const { outlets, list } = citizenOperations['outlets/search'].data.entries
const kept = v.object({
  owner: v.string(),
  city: v.string(),
  at: v.number(),
  need: v.picklist(['', ...outletNeeds]),
  groups: v.array(v.object({ step: v.optional(v.picklist(outletSteps)), outlets })),
  list,
})

/** A list as it was shown, and when (ms). */
export interface KeptFound {
  readonly at: number
  readonly found: Found
}

/** Keeps the list for when there is no network: neither the citizen's place nor the distances, which would tell it. */
export const keepFound = (city: string, { need, groups, list: from }: Found, at: number): void =>
  write(key, {
    owner: ownerOf(session.get()),
    city,
    at,
    need,
    groups: groups.map(({ step, outlets: shown }) => ({
      ...(step && { step }),
      outlets: shown.map(({ distance: _distance, ...outlet }) => outlet),
    })),
    ...(from && { list: from }),
  })

/** The list that was shown last in a city to the same citizen, if it still reads. */
export const keptFound = (city: string): KeptFound | undefined => {
  const found = v.safeParse(kept, read(key))
  if (!found.success || found.output.city !== city || found.output.owner !== ownerOf(session.get())) return undefined
  const { at, need, groups, list: from } = found.output
  return { at, found: { need, groups: groups.map(({ step, outlets: shown }) => ({ step, outlets: shown, cursor: undefined })), none: undefined, list: from } }
}
