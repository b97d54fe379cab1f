import { RequestError } from '../../runtime/errors'
import type { Keys } from '../../runtime/keys'
import type { Partner } from '../../runtime/partner'
import type { Run } from '../database'
import { viewOf, type CardView } from '../views'
import { isSeenBy } from './admit'
import { findRows, type ByAnything } from './read'

/**
 * The cards that a partner means, each as its holder sees it: none where they are unknown or of another city. Refuses `notThisBank` for one
 * card of another bank that does not make the new one; of a holder's a bank finds its own alone.
 */
export const findFor = async (run: Run, keys: Keys, partner: Partner, by: ByAnything): Promise<CardView[]> => {
  const rows = await findRows(run, keys, partner, by)
  const seen = rows.filter((row) => isSeenBy(partner, row))
  if (!('idNumber' in by) && seen.length < rows.length) throw new RequestError('notThisBank')
  return seen.map((row) => viewOf(row, keys))
}

/** The one card of a number or a key. Refuses `notFound`, `notThisBank`. */
export const getFor = async (run: Run, keys: Keys, partner: Partner, by: Exclude<ByAnything, { idNumber: string }>): Promise<CardView> => {
  const [view] = await findFor(run, keys, partner, by)
  if (!view) throw new RequestError('notFound')
  return view
}
