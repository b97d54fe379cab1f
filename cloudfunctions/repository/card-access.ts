import type { Partner } from '../runtime/partner'
import { clock, type Run } from './database'
import { standing, type Staff } from './partner/change'

/** By what a partner saw a card. */
export type LookUp = 'cardStatus' | 'history' | 'receipt' | 'orders' | 'disputes' | 'orderPhoto' | 'applicationForm'

const text = `insert into card_access (card_key, at, partner_id, staff, outlet, operation)
  select k, ${clock}, $2, $3, $4, $5 from unnest($1::text[]) k`

/** Writes down who looked at which cards, and where they stood: once for each time that somebody is answered. */
export const recordLookUp = async (run: Run, partner: Partner, said: Staff, operation: LookUp, cardKeys: readonly string[]): Promise<void> => {
  if (cardKeys.length === 0) return
  const { id, outlet } = standing(partner, said)
  await run({ name: 'record-look-up', text, values: [cardKeys, partner.partnerId, id, outlet, operation] })
}
