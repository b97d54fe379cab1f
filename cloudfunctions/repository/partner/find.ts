import { RequestError } from '../../runtime/errors'
import type { Keys } from '../../runtime/keys'
import type { Partner } from '../../runtime/partner'
import type { Run } from '../database'
import { viewOf, type CardView } from '../views'
import { refuseOtherBank } from './admit'
import { findRows, type ByAnything } from './read'

/**
 * The cards that a partner means, each as its holder sees it: none where they are unknown or of another city. Refuses `notThisBank` for one
 * card of another bank; of a holder's a bank finds its own alone.
 */
export const findFor = async (run: Run, keys: Keys, partner: Partner, by: ByAnything): Promise<CardView[]> => {
  const rows = await findRows(run, keys, partner, by)
  if (!('idNumber' in by)) rows.forEach((row) => refuseOtherBank(partner, row))
  return rows.filter(({ issuing_bank: issuer }) => partner.bank === null || partner.bank === issuer).map((row) => viewOf(row, keys))
}

/** The one card of a number or a key. Refuses `notFound`, `notThisBank`. */
export const getFor = async (run: Run, keys: Keys, partner: Partner, by: Exclude<ByAnything, { idNumber: string }>): Promise<CardView> => {
  const [view] = await findFor(run, keys, partner, by)
  if (!view) throw new RequestError('notFound')
  return view
}
